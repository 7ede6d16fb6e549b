//! Everything that serving says to the user, in both languages. One method a text, so that none can
//! be missing.

use crate::words::Language;

/// The texts in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct ServeTexts {
    language: Language,
}

impl ServeTexts {
    pub(super) fn of(language: Language) -> Self {
        Self { language }
    }

    /// The tag for `lang` attributes.
    pub(super) fn tag(self) -> &'static str {
        self.language.tag()
    }

    fn pick(self, dutch: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Nl => dutch,
            Language::En => english,
        }
    }

    pub(super) fn mistakes(self, count: usize) -> String {
        match (self.language, count) {
            (Language::Nl, 1) => "1 fout: de site is niet bijgewerkt".to_owned(),
            (Language::Nl, count) => format!("{count} fouten: de site is niet bijgewerkt"),
            (Language::En, 1) => "1 mistake: the site was not updated".to_owned(),
            (Language::En, count) => format!("{count} mistakes: the site was not updated"),
        }
    }

    pub(super) fn mistakes_note(self) -> &'static str {
        self.pick(
            "De pagina’s blijven zoals ze waren. Zodra alles hersteld en bewaard is, verdwijnt deze melding vanzelf.",
            "The pages stay as they were. Once all is mended and saved, this message goes away by itself.",
        )
    }

    pub(super) fn broken(self) -> &'static str {
        self.pick(
            "De computer kon de site niet bijwerken",
            "The machine could not update the site",
        )
    }

    pub(super) fn broken_note(self) -> &'static str {
        self.pick(
            "Dit ligt niet aan uw tekst. Bij de volgende wijziging die u bewaart, wordt het opnieuw geprobeerd.",
            "Your text is not the cause. It is tried again when you save the next change.",
        )
    }

    pub(super) fn waiting(self) -> &'static str {
        self.pick(
            "De site wordt bijgewerkt zodra dat kan",
            "The site is updated as soon as it can be",
        )
    }

    pub(super) fn waiting_note(self) -> &'static str {
        self.pick(
            "Dit ligt niet aan uw tekst, en u hoeft niets te doen. Wat u bewaard hebt, verschijnt hier vanzelf.",
            "Your text is not the cause, and there is nothing to do. What you saved appears here by itself.",
        )
    }

    pub(super) fn more(self, count: usize) -> String {
        match self.language {
            Language::Nl => format!(
                "En nog {count} die hier niet getoond worden; ze staan in het opdrachtvenster."
            ),
            Language::En => {
                format!("And {count} more that are not shown here; they are in the terminal.")
            }
        }
    }

    pub(super) fn close(self) -> &'static str {
        self.pick("Sluiten", "Close")
    }

    pub(super) fn no_site(self) -> &'static str {
        self.pick("De site is er nog niet", "There is no site yet")
    }

    pub(super) fn being_built(self) -> &'static str {
        self.pick(
            "De site wordt nu voor het eerst gemaakt. Deze pagina ververst zichzelf.",
            "The site is being built for the first time. This page reloads by itself.",
        )
    }

    pub(super) fn not_built(self) -> &'static str {
        self.pick(
            "De site kon nog niet worden gemaakt. Onderaan deze pagina staat wat er aan de hand is.",
            "The site could not be built yet. The foot of this page says what is the matter.",
        )
    }

    pub(super) fn no_home(self) -> &'static str {
        self.pick(
            "De site is gemaakt, maar er is geen voorpagina.",
            "The site was built, but it has no home page.",
        )
    }

    pub(super) fn not_found(self) -> &'static str {
        self.pick("Deze pagina bestaat niet", "There is no such page")
    }

    pub(super) fn not_found_note(self) -> &'static str {
        self.pick(
            "Verschijnt ze later toch, dan ververst deze pagina zichzelf.",
            "Should it appear, this page reloads by itself.",
        )
    }

    pub(super) fn to_home(self) -> &'static str {
        self.pick("Naar de voorpagina", "To the home page")
    }

    pub(super) fn foreign_host(self) -> &'static str {
        self.pick(
            "Geweigerd: deze site is alleen te zien op het adres dat oogst noemde.",
            "Refused: this site can only be seen at the address that oogst named.",
        )
    }

    pub(super) fn bad_address(self) -> &'static str {
        self.pick(
            "Dit adres is niet goed geschreven.",
            "This address is not well-formed.",
        )
    }

    pub(super) fn only_reading(self) -> &'static str {
        self.pick("Hier kan alleen gelezen worden.", "This can only be read.")
    }

    pub(super) fn too_many_listen(self) -> &'static str {
        self.pick(
            "Er zijn te veel pagina’s van deze site open.",
            "Too many pages of this site are open.",
        )
    }

    pub(super) fn unreadable(self) -> &'static str {
        self.pick(
            "Dit bestand kan niet worden gelezen.",
            "This file cannot be read.",
        )
    }
}
