//! What every record can be asked, whatever its kind, and the one way to declare a kind.
//!
//! [`record!`] makes a record's struct, reads it from what was written, and tells all that is in it.
//! A field that is added to a record is therefore told of wherever records are told of: it is
//! searched, its links are checked, it is on paper. A type that has no [`Tell`] does not compile.

use jiff::civil::{Date, DateTime, Time};

use super::record_id::{
    DealId, EventId, FigureId, IdeaId, NeedId, OrganisationId, OutcomeId, PersonId, PhotoId,
    QuoteId, RecordId, RegionId, ResourceId, SeriesId, SessionId, SpeakerId, ThemeId,
};
use super::values::{Correction, Harvest, Link, LongText, Party, PartyRecord, StatusNow, Update};
use crate::id::Id;
use crate::schema::Kind;
use crate::schema::choices::Choice;
use crate::source::{Span, Spanned};
use crate::words::Text;

/// Something that a record says, in the order in which its fields stand.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    /// A line with its translation.
    Line(&'a Text),
    /// Markdown.
    Text(&'a LongText),
    /// Words that are the same in every language.
    Words(&'a str),
    /// Who has a part in it.
    Parties(&'a [Party]),
    /// Which regions it is about.
    Regions(&'a [RegionId]),
    /// Which themes it is about.
    Themes(&'a [ThemeId]),
    /// Asks and offers that it takes up.
    Needs(&'a [NeedId]),
    /// Ideas that it takes up.
    Ideas(&'a [IdeaId]),
    /// Those who spoke at it.
    Speakers(&'a [SpeakerId]),
    /// The session that it came up in.
    Session(SessionId),
    /// News of it: the event in whose folder it is written, and its text.
    News(Option<EventId>, &'a LongText),
    /// A day up to which something of it is known.
    KnownOf(Date),
}

/// How a field takes part in what is made of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldRole {
    /// What the record is called.
    Title,
    /// Words that the record is found by.
    Found,
    /// Shown with the record, and not found by search.
    Shown,
}

/// Who hears what a record says.
pub type FieldVisitor<'l, 'a> = dyn FnMut(FieldRole, Told<'a>) + 'l;

/// What every kind of record can be asked.
pub trait Record {
    /// Its kind.
    fn kind(&self) -> Kind;

    /// Its id.
    fn id(&self) -> &Id;

    /// Where it is written.
    fn span(&self) -> Span;

    /// The event that it belongs to; an event and what all events share belong to none.
    fn event(&self) -> Option<EventId>;

    /// Says all that is in it, field by field.
    fn tell<'a>(&'a self, listener: &mut FieldVisitor<'_, 'a>);

    /// What it is called, where it has a title or name.
    fn title(&self) -> Option<Told<'_>> {
        None
    }

    /// The regions and the themes that it is about.
    fn places(&self) -> (&[RegionId], &[ThemeId]) {
        let mut places: (&[RegionId], &[ThemeId]) = (&[], &[]);
        self.tell(&mut |_, told| match told {
            Told::Regions(regions) => places.0 = regions,
            Told::Themes(themes) => places.1 = themes,
            _ => {}
        });
        places
    }

    /// The session that it came up in.
    fn session(&self) -> Option<SessionId> {
        let mut found = None;
        self.tell(&mut |_, told| {
            if let Told::Session(session) = told {
                found = Some(session);
            }
        });
        found
    }
}

/// Declares a kind of record.
///
/// In parentheses stand the name by which the fields' expressions call the reading, and what else
/// they need. A field without an expression is read by its type, under its own name, which is that
/// of the schema. Fields stand under their [`FieldRole`]; those that other records give it stand under
/// `linked`, and are empty until then.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident, $place:ident, $kind:expr;
        read($reading:ident $(, $given:ident: $given_type:ty)*)
        $(title { $(#[$title_doc:meta])* $title:ident: $title_type:ty $(= $title_read:expr)?, })?
        found { $($(#[$found_doc:meta])* $found:ident: $found_type:ty $(= $found_read:expr)?,)* }
        shown { $($(#[$shown_doc:meta])* $shown:ident: $shown_type:ty $(= $shown_read:expr)?,)* }
        linked { $($(#[$linked_doc:meta])* $linked:ident: $linked_type:ty,)* }
    ) => {
        record! { @$place
            $(#[$meta])*
            $name {
                $($(#[$title_doc])* $title: $title_type,)?
                $($(#[$found_doc])* $found: $found_type,)*
                $($(#[$shown_doc])* $shown: $shown_type,)*
                $($(#[$linked_doc])* $linked: $linked_type,)*
            }
        }

        impl $name {
            /// Reads what was written; what other records add to it is still to come.
            pub(super) fn read(
                $reading: &mut $crate::records::reading::Reading<'_, '_>
                $(, $given: $given_type)*
            ) -> Self {
                $(let $title = record!(@read $reading, $title $(, $title_read)?);)?
                $(let $found = record!(@read $reading, $found $(, $found_read)?);)*
                $(let $shown = record!(@read $reading, $shown $(, $shown_read)?);)*
                record! { @made $place $name, $reading,
                    $($title,)? $($found,)* $($shown,)*;
                    $($linked: <$linked_type>::default(),)*
                }
            }
        }

        impl $crate::records::Record for $name {
            fn kind(&self) -> $crate::schema::Kind {
                let kind: fn(&Self) -> $crate::schema::Kind = $kind;
                kind(self)
            }

            fn id(&self) -> &$crate::id::Id {
                &self.id
            }

            fn span(&self) -> $crate::source::Span {
                self.span
            }

            fn event(&self) -> Option<$crate::records::EventId> {
                record!(@event $place self)
            }

            $(
                fn title(&self) -> Option<$crate::records::Told<'_>> {
                    let mut title = None;
                    $crate::records::record::Tell::tell(&self.$title, &mut |told| title = Some(told));
                    title
                }
            )?

            fn tell<'a>(&'a self, listener: &mut $crate::records::FieldVisitor<'_, 'a>) {
                use $crate::records::record::{FieldRole, Tell as _};
                $(self.$title.tell(&mut |told| listener(FieldRole::Title, told));)?
                $(self.$found.tell(&mut |told| listener(FieldRole::Found, told));)*
                $(self.$shown.tell(&mut |told| listener(FieldRole::Shown, told));)*
                $(self.$linked.tell(&mut |told| listener(FieldRole::Shown, told));)*
            }
        }
    };
    (@read $reading:ident, $field:ident) => {
        $crate::records::reading::Written::read($reading, stringify!($field))
    };
    (@read $reading:ident, $field:ident, $read:expr) => { $read };
    (@in_event $($declaration:tt)*) => {
        record! { @struct [pub event: $crate::records::EventId,] $($declaration)* }
    };
    (@shared $($declaration:tt)*) => {
        record! { @struct [] $($declaration)* }
    };
    (@struct [$($event:tt)*] $(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident: $type:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the fields are the schema's; those that linking adds are explained")]
        pub struct $name {
            pub id: $crate::id::Id,
            $($event)*
            pub span: $crate::source::Span,
            $($(#[$doc])* pub $field: $type,)*
        }
    };
    (@made in_event $name:ident, $reading:ident, $($fields:tt)*) => {
        record! { @value $name, $reading, [event: $reading.entry.in_event(),] $($fields)* }
    };
    (@made shared $name:ident, $reading:ident, $($fields:tt)*) => {
        record! { @value $name, $reading, [] $($fields)* }
    };
    (@value $name:ident, $reading:ident, [$($event:tt)*] $($field:ident,)*; $($linked:ident: $empty:expr,)*) => {
        $name {
            id: $reading.entry.id.clone(),
            $($event)*
            span: $reading.entry.span,
            $($field,)*
            $($linked: $empty,)*
        }
    };
    (@event in_event $self:ident) => { Some($self.event) };
    (@event shared $self:ident) => { None };
}
pub(super) use record;

/// What a field of a type says.
pub(super) trait Tell {
    /// Says it.
    fn tell<'a>(&'a self, say: &mut dyn FnMut(Told<'a>));
}

macro_rules! tell {
    ($($type:ty: |$value:ident, $say:ident| $told:expr;)*) => { $(
        impl Tell for $type {
            fn tell<'a>(&'a self, $say: &mut dyn FnMut(Told<'a>)) {
                let $value = self;
                $told
            }
        }
    )* };
}

tell! {
    Text: |text, say| say(Told::Line(text));
    LongText: |text, say| say(Told::Text(text));
    String: |words, say| say(Told::Words(words));
    Vec<String>: |words, say| {
        for words in words {
            say(Told::Words(words));
        }
    };
    Party: |party, say| say(Told::Parties(std::slice::from_ref(party)));
    Vec<Party>: |parties, say| say(Told::Parties(parties));
    Vec<RegionId>: |regions, say| say(Told::Regions(regions));
    Vec<ThemeId>: |themes, say| say(Told::Themes(themes));
    Vec<NeedId>: |needs, say| say(Told::Needs(needs));
    Vec<IdeaId>: |ideas, say| say(Told::Ideas(ideas));
    Vec<SpeakerId>: |speakers, say| say(Told::Speakers(speakers));
    SessionId: |session, say| say(Told::Session(*session));
    Correction: |correction, say| {
        say(Told::KnownOf(correction.date));
        say(Told::Text(&correction.text));
    };
    Vec<Correction>: |corrections, say| {
        for correction in corrections {
            correction.tell(say);
        }
    };
}

impl<T: Tell> Tell for Option<T> {
    fn tell<'a>(&'a self, say: &mut dyn FnMut(Told<'a>)) {
        if let Some(told) = self {
            told.tell(say);
        }
    }
}

impl<S> Tell for Vec<Update<S>> {
    fn tell<'a>(&'a self, say: &mut dyn FnMut(Told<'a>)) {
        for update in self {
            say(Told::KnownOf(update.date));
            if let Some(text) = &update.text {
                say(Told::News(update.event, text));
            }
        }
    }
}

impl<S> Tell for StatusNow<S> {
    fn tell<'a>(&'a self, say: &mut dyn FnMut(Told<'a>)) {
        say(Told::KnownOf(self.as_of));
    }
}

/// Types that hold no words of anybody and name nobody, or that their page alone can show.
macro_rules! silent {
    ($($type:ty,)*) => { $(
        impl $crate::records::record::Tell for $type {
            fn tell<'a>(&'a self, _: &mut dyn FnMut($crate::records::Told<'a>)) {}
        }
    )* };
}
pub(super) use silent;

impl<C: Choice> Tell for C {
    fn tell<'a>(&'a self, _: &mut dyn FnMut(Told<'a>)) {}
}

silent! {
    bool, u32, Id, Date, DateTime, Time, Span, RecordId, (u16, u16), Vec<(String, String)>, Vec<Link>,
    Vec<Spanned<String>>, Harvest, PartyRecord, Vec<Vec<Party>>, EventId, PhotoId, SeriesId, RegionId,
    ThemeId, OrganisationId, Vec<EventId>, Vec<SessionId>, Vec<DealId>, Vec<OutcomeId>, Vec<QuoteId>,
    Vec<FigureId>, Vec<PhotoId>, Vec<ResourceId>, Vec<PersonId>, Vec<OrganisationId>,
}
