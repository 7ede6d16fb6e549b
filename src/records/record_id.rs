//! Typed ids: a [`DealId`] exists only if the deal does, and counts in the order of files and
//! positions.

use super::table::every_record;
use crate::schema::Kind;

macro_rules! ids {
    (
        named { $($list:ident: $record:ident, $id:ident, $variant:ident, [$($kind:ident),+];)+ }
        unnamed { $($bare_list:ident: $bare:ident, $bare_id:ident, $bare_variant:ident, [$bare_kind:ident];)+ }
    ) => {
        /// A record of any kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is the kind it names")]
        pub enum RecordId {
            $($variant($id),)+
            $($bare_variant($bare_id),)+
        }

        ids! { @typed $($record, $id, $variant;)+ $($bare, $bare_id, $bare_variant;)+ }

        impl RecordId {
            /// Its kind; an ask for either half of a need.
            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$variant(_) => ids!(@first $($kind)+),)+
                    $(Self::$bare_variant(_) => Kind::$bare_kind,)+
                }
            }

            /// The record of a kind that can be referred to, by its position among those of its
            /// kind.
            pub(super) fn named(kind: Kind, position: usize) -> Option<Self> {
                match kind {
                    $($(Kind::$kind)|+ => Some(Self::$variant(TypedId::at(position))),)+
                    $(Kind::$bare_kind)|+ | Kind::Update | Kind::Correction => None,
                }
            }
        }
    };
    (@first $kind:ident $($other:ident)*) => { Kind::$kind };
    (@typed $($record:ident, $id:ident, $variant:ident;)+) => { $(
        #[doc = concat!("A [`", stringify!($record), "`](super::", stringify!($record), ").")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub u32);

        impl $id {
            /// The position as a `usize`.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl TypedId for $id {
            fn at(position: usize) -> Self {
                Self(u32::try_from(position).expect("fewer records of a kind than 2^32"))
            }

            fn of(record: RecordId) -> Option<Self> {
                if let RecordId::$variant(id) = record {
                    Some(id)
                } else {
                    None
                }
            }

            fn position(self) -> usize {
                self.index()
            }
        }

        impl From<$id> for RecordId {
            fn from(id: $id) -> Self {
                Self::$variant(id)
            }
        }
    )+ };
}

/// What holds for the ids of every kind.
pub trait TypedId: Copy {
    /// The id of a position among the records of the kind.
    fn at(position: usize) -> Self;

    /// The id of a record, if it is of this kind.
    fn of(record: RecordId) -> Option<Self>;

    /// The position among the records of the kind.
    fn position(self) -> usize;
}

every_record!(ids);
