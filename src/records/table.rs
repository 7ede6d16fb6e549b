//! The one table of the kinds of record. Whatever has to know them all (typed ids, the registry,
//! the report, the walk over every record) is made of these rows.

/// Hands the rows to a macro: the list of a kind of record, its struct, its typed id, its variant of
/// [`RecordId`](super::RecordId), and the kinds of the schema that are read into it. Behind `named`
/// stand those that references can name; behind `unnamed` those that nothing refers to.
macro_rules! every_record {
    ($expand:ident) => {
        $expand! {
            named {
                events: Event, EventId, Event, [Event];
                sessions: Session, SessionId, Session, [Session];
                ideas: Idea, IdeaId, Idea, [Idea];
                needs: Need, NeedId, Need, [Ask, Offer];
                deals: Deal, DealId, Deal, [Deal];
                outcomes: Outcome, OutcomeId, Outcome, [Outcome];
                figures: Figure, FigureId, Figure, [Figure];
                photos: Photo, PhotoId, Photo, [Photo];
                resources: Resource, ResourceId, Resource, [Resource];
                regions: Region, RegionId, Region, [Region];
                themes: Theme, ThemeId, Theme, [Theme];
                people: Person, PersonId, Person, [Person];
                organisations: Organisation, OrganisationId, Organisation, [Organisation];
                series: Series, SeriesId, Series, [Series];
                pages: FreePage, PageId, Page, [Page];
            }
            unnamed {
                speakers: Speaker, SpeakerId, Speaker, [Speaker];
                quotes: Quote, QuoteId, Quote, [Quote];
            }
        }
    };
}

pub(super) use every_record;
