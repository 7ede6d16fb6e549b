//! Everything that serving says to the user, in both languages. One method a text, so that none can
//! be missing.

use super::{Language, both};

/// The texts in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ServeTexts {
    language: Language,
}

impl ServeTexts {
    pub(crate) fn of(language: Language) -> Self {
        Self { language }
    }

    /// The tag for `lang` attributes.
    pub(crate) fn tag(self) -> &'static str {
        self.language.tag()
    }

    fn pick(self, nl: &'static str, en: &'static str) -> &'static str {
        both(nl, en).get(self.language)
    }

    pub(crate) fn mistakes(self, count: usize) -> String {
        let words = match count {
            1 => ONE_MISTAKE.into(),
            count => many_mistakes(&count),
        };
        words.get(self.language).to_owned()
    }

    pub(crate) fn mistakes_note(self) -> &'static str {
        self.pick(
            "De pagina’s blijven zoals ze waren. Zodra alles hersteld en bewaard is, verdwijnt deze melding vanzelf.",
            "The pages stay as they were. Once all is mended and saved, this message goes away by itself.",
        )
    }

    pub(crate) fn broken(self) -> &'static str {
        self.pick(
            "De computer kon de site niet bijwerken",
            "The machine could not update the site",
        )
    }

    pub(crate) fn broken_note(self) -> &'static str {
        self.pick(
            "Dit ligt niet aan uw tekst. Bij de volgende wijziging die u bewaart, wordt het opnieuw geprobeerd.",
            "Your text is not the cause. It is tried again when you save the next change.",
        )
    }

    pub(crate) fn waiting(self) -> &'static str {
        self.pick(
            "De site wordt bijgewerkt zodra dat kan",
            "The site is updated as soon as it can be",
        )
    }

    pub(crate) fn waiting_note(self) -> &'static str {
        self.pick(
            "Dit ligt niet aan uw tekst, en u hoeft niets te doen. Wat u bewaard hebt, verschijnt hier vanzelf.",
            "Your text is not the cause, and there is nothing to do. What you saved appears here by itself.",
        )
    }

    pub(crate) fn more(self, count: usize) -> String {
        left_out(&count).get(self.language).to_owned()
    }

    pub(crate) fn close(self) -> &'static str {
        self.pick("Sluiten", "Close")
    }

    pub(crate) fn no_site(self) -> &'static str {
        self.pick("De site is er nog niet", "There is no site yet")
    }

    pub(crate) fn being_built(self) -> &'static str {
        self.pick(
            "De site wordt nu voor het eerst gemaakt. Deze pagina ververst zichzelf.",
            "The site is being built for the first time. This page reloads by itself.",
        )
    }

    pub(crate) fn not_built(self) -> &'static str {
        self.pick(
            "De site kon nog niet worden gemaakt. Onderaan deze pagina staat wat er aan de hand is.",
            "The site could not be built yet. The foot of this page says what is the matter.",
        )
    }

    pub(crate) fn no_home(self) -> &'static str {
        self.pick(
            "De site is gemaakt, maar er is geen voorpagina.",
            "The site was built, but it has no home page.",
        )
    }

    pub(crate) fn not_found(self) -> &'static str {
        self.pick("Deze pagina bestaat niet", "There is no such page")
    }

    pub(crate) fn not_found_note(self) -> &'static str {
        self.pick(
            "Verschijnt ze later toch, dan ververst deze pagina zichzelf.",
            "Should it appear, this page reloads by itself.",
        )
    }

    pub(crate) fn to_home(self) -> &'static str {
        self.pick("Naar de voorpagina", "To the home page")
    }

    pub(crate) fn foreign_host(self) -> &'static str {
        self.pick(
            "Geweigerd: deze site is alleen te zien op het adres dat oogst noemde.",
            "Refused: this site can only be seen at the address that oogst named.",
        )
    }

    pub(crate) fn bad_address(self) -> &'static str {
        self.pick(
            "Dit adres is niet goed geschreven.",
            "This address is not well-formed.",
        )
    }

    pub(crate) fn only_reading(self) -> &'static str {
        self.pick("Hier kan alleen gelezen worden.", "This can only be read.")
    }

    pub(crate) fn too_many_listen(self) -> &'static str {
        self.pick(
            "Er zijn te veel pagina’s van deze site open.",
            "Too many pages of this site are open.",
        )
    }

    pub(crate) fn edit_page(self) -> &'static str {
        self.pick("Deze pagina bewerken", "Edit this page")
    }

    pub(crate) fn unreadable(self) -> &'static str {
        self.pick(
            "Dit bestand kan niet worden gelezen.",
            "This file cannot be read.",
        )
    }
}

words! {
    ONE_MISTAKE: "1 fout: de site is niet bijgewerkt", "1 mistake: the site was not updated";
}

phrases! {
    many_mistakes(count): "{count} fouten: de site is niet bijgewerkt", "{count} mistakes: the site was not updated";
    left_out(count): "En nog {count} die hier niet getoond worden; ze staan in het opdrachtvenster.", "And {count} more that are not shown here; they are in the terminal.";
    port_unusable(port, source): "poort {port} is niet te gebruiken ({source}); kies een andere, of laat --port weg", "port {port} cannot be used ({source}); choose another, or leave out --port";
    no_port(source): "er is geen poort vrij ({source})", "no port is free ({source})";
    cannot_serve(source): "de site kan niet worden getoond ({source})", "the site cannot be served ({source})";
}
