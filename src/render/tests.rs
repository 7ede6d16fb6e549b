//! Every page of the default look, filled with views made by hand.

use std::collections::BTreeMap;

use serde::Serialize;

use super::samples::Samples;
use super::{Look, LookFiles, PAGE_TEMPLATES, Renderer, Template};
use crate::diagnostic::{Code, Place};
use crate::pages::view::NeedView;
use crate::source::{FileId, Span};
use crate::words::Language;

fn default_look() -> Renderer {
    Renderer::new(&Look::embedded())
        .unwrap_or_else(|diagnostics| panic!("the default look is wrong: {diagnostics:#?}"))
}

/// Every sample page: its template, its address and its text.
fn pages(renderer: &Renderer, samples: &Samples) -> Vec<(&'static str, String, String)> {
    let mut pages = Vec::new();
    let mut add = |template: &'static str, address: &str, view: &dyn erased::View| {
        let bytes = view
            .render(renderer, template, address)
            .unwrap_or_else(|diagnostic| panic!("{address}: {diagnostic:#?}"));
        pages.push((
            template,
            address.to_owned(),
            String::from_utf8(bytes).expect("pages are text"),
        ));
    };
    add("home.html", "/", &samples.home());
    add(
        "event.html",
        "/bijeenkomsten/2023-techniekdag/",
        &samples.event_page(),
    );
    add(
        "session.html",
        "/bijeenkomsten/2023-techniekdag/programma/tafels/",
        &samples.session(),
    );
    add(
        "programme.html",
        "/bijeenkomsten/2023-techniekdag/programma/",
        &samples.programme(),
    );
    add(
        "idea.html",
        "/bijeenkomsten/2023-techniekdag/ideeen/techniekdag/",
        &samples.idea(),
    );
    add(
        "deal.html",
        "/bijeenkomsten/2023-techniekdag/deals/lassen/",
        &samples.deal(),
    );
    add(
        "need.html",
        "/bijeenkomsten/2023-techniekdag/vragen/autos/",
        &samples.need("ask", true),
    );
    add(
        "need.html",
        "/bijeenkomsten/2023-techniekdag/aanbod/werkplaats/",
        &samples.need("offer", true),
    );
    add(
        "need.html",
        "/bijeenkomsten/2023-techniekdag/vragen/lassen/",
        &samples.need("ask", false),
    );
    add("region.html", "/regios/noorderveld/", &samples.region());
    add("theme.html", "/themas/commissie/", &samples.theme());
    add(
        "crossing.html",
        "/regios/noorderveld/themas/docenten/",
        &samples.crossing(),
    );
    add("year.html", "/jaren/2023/", &samples.year());
    add("person.html", "/mensen/marit-oosterhof/", &samples.person());
    add(
        "organisation.html",
        "/organisaties/lindecollege/",
        &samples.organisation(),
    );
    add("series.html", "/reeksen/techniekdag/", &samples.series());
    add("overview.html", "/overzicht/", &samples.overview());
    add(
        "embed.html",
        "/regios/noorderveld/insluiten/",
        &samples.embed(),
    );
    add(
        "print.html",
        "/bijeenkomsten/2023-techniekdag/afdrukken/",
        &samples.print(),
    );
    add("page.html", "/over/", &samples.free_page());
    add("notice.html", "/toegankelijkheid/", &samples.notice());
    add("search.html", "/zoeken/", &samples.search());
    add("404.html", "/404.html", &samples.not_found());
    add("redirect.html", "/oud/", &samples.redirect());
    for list in samples.lists() {
        let address = list.page.path.clone();
        add("list.html", &address, &list);
    }
    pages
}

/// Views of different types in one list.
mod erased {
    use super::{Renderer, Serialize};
    use crate::diagnostic::Diagnostic;

    pub(super) trait View {
        fn render(
            &self,
            renderer: &Renderer,
            template: &str,
            address: &str,
        ) -> Result<Vec<u8>, Diagnostic>;
    }

    impl<T: Serialize> View for T {
        fn render(
            &self,
            renderer: &Renderer,
            template: &str,
            address: &str,
        ) -> Result<Vec<u8>, Diagnostic> {
            renderer.render(template, self, address)
        }
    }
}

#[test]
fn every_template_shows_its_view_in_both_languages() {
    let renderer = default_look();
    for language in Language::ALL {
        let pages = pages(&renderer, &Samples::new(language, false));
        for template in PAGE_TEMPLATES {
            assert!(
                pages.iter().any(|(used, ..)| used == template),
                "no sample shows {template}"
            );
        }
        for (template, address, page) in pages {
            assert!(page.starts_with("<!DOCTYPE html>\n"), "{template}");
            assert_eq!(page.matches("<h1").count(), 1, "{address}: one h1\n{page}");
            assert!(
                page.contains(&format!("<html lang=\"{}\">", language.tag())),
                "{address}"
            );
            let page = page
                .replace("<script type=\"module\" src=\"/assets/", "")
                .replace("<script type=\"application/ld+json\">{", "");
            assert!(
                !page.contains("style=") && !page.contains("<script") && !page.contains("<style"),
                "{address}: nothing inline"
            );
            assert!(!page.contains("\n\n"), "{address}: no empty lines");
        }
    }
}

#[test]
fn hostile_texts_come_out_as_text() {
    let renderer = default_look();
    for (_, address, page) in pages(&renderer, &Samples::new(Language::Nl, true)) {
        let plain = page
            .replace("<script type=\"module\" src=\"/assets/", "")
            .replace("<script type=\"application/ld+json\">{", "");
        assert!(!plain.contains("<script"), "{address}");
        assert!(page.contains("&lt;script&gt;&quot;"), "{address}");
        for (start, _) in page.match_indices("&lt;script&gt;") {
            assert!(
                page[start..].starts_with("&lt;script&gt;&quot;&#39;&amp;"),
                "{address}: {}",
                &page[start..start + 40]
            );
        }
    }
}

#[test]
fn a_text_in_another_language_says_so() {
    let renderer = default_look();
    let samples = Samples::new(Language::En, false);
    let page = String::from_utf8(
        renderer
            .render("region.html", &samples.region(), "/")
            .expect("it renders"),
    )
    .expect("text");
    assert!(
        page.contains("<h1><span lang=\"nl\">Noorderveld</span></h1>"),
        "{page}"
    );
}

fn own(name: &str, text: &str) -> LookFiles {
    let template = Template {
        text: text.into(),
        file: Some(FileId(7)),
    };
    LookFiles {
        templates: BTreeMap::from([(name.to_owned(), template)]),
        assets: BTreeMap::new(),
    }
}

#[test]
fn a_template_of_the_site_wins_and_can_extend_the_one_below() {
    let before = Look::embedded();
    let look = Look::layered(
        before.clone(),
        own(
            "page.html",
            "{% extends \"default/page.html\" %}\n{% block main %}<h1>Eigen</h1>{{ super() }}{% endblock %}",
        ),
    );
    assert_ne!(look.hash, before.hash);
    let renderer = Renderer::new(&look).expect("a whole look");
    let page = String::from_utf8(
        renderer
            .render(
                "page.html",
                &Samples::new(Language::Nl, false).free_page(),
                "/over/",
            )
            .expect("it renders"),
    )
    .expect("text");
    assert!(
        page.contains("<h1>Eigen</h1>") && page.contains("Wie dit maakt"),
        "{page}"
    );
}

#[test]
fn a_component_of_the_site_wins_wherever_it_is_used() {
    let look = Look::layered(
        Look::embedded(),
        own(
            "own.html",
            "{% component mark.idea() %}<b>eigen teken</b>{% endcomponent %}",
        ),
    );
    let renderer = Renderer::new(&look).expect("a whole look");
    let page = String::from_utf8(
        renderer
            .render("idea.html", &Samples::new(Language::Nl, false).idea(), "/")
            .expect("it renders"),
    )
    .expect("text");
    assert!(page.contains("<b>eigen teken</b>"), "{page}");
}

#[test]
fn mistakes_in_templates_are_all_told_with_their_place() {
    let mut files = own("a.html", "<p>\n{{ 1 + }}\n");
    files
        .templates
        .extend(own("b.html", "{% if x %}").templates);
    let diagnostics =
        Renderer::new(&Look::layered(Look::embedded(), files)).expect_err("two mistakes");
    assert_eq!(
        diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .collect::<Vec<_>>(),
        [Code::TemplateSyntax, Code::TemplateSyntax]
    );
    let Place::Text(span) = diagnostics[0].place else {
        panic!("no place: {diagnostics:?}")
    };
    assert_eq!((span.file, span.start), (FileId(7), 11));
}

#[test]
fn an_unknown_name_is_told_with_its_place() {
    let text = "é\n  {{ title | upper | kapitaal }} {{ <kaart /> }}";
    let diagnostics = Renderer::new(&Look::layered(Look::embedded(), own("a.html", text)))
        .expect_err("two unknown names");
    let places: Vec<&str> = diagnostics
        .iter()
        .map(|diagnostic| match diagnostic.place {
            Place::Text(span) => &text[span.range()],
            _ => panic!("no place: {diagnostics:?}"),
        })
        .collect();
    assert_eq!(places, ["kapitaal", "kaart"]);
    assert_eq!(
        diagnostics[0]
            .code
            .message(Language::Nl, &diagnostics[0].arguments),
        "dit sjabloon klopt niet: er is geen filter `kapitaal`"
    );
}

#[test]
fn a_template_that_asks_for_too_much_fails_at_its_place_and_names_the_page() {
    let text = "<p>{{ page.title.text }} {{ page.nothing }}";
    let renderer = Renderer::new(&Look::layered(Look::embedded(), own("page.html", text)))
        .expect("a whole look");
    let diagnostic = renderer
        .render(
            "page.html",
            &Samples::new(Language::Nl, false).free_page(),
            "/over/",
        )
        .expect_err("no such field");
    assert_eq!(diagnostic.code, Code::TemplateFails);
    let Place::Text(span) = diagnostic.place else {
        panic!("no place: {diagnostic:?}")
    };
    assert!(
        text[span.range()].contains("nothing"),
        "{:?}",
        &text[span.range()]
    );
    assert!(
        diagnostic
            .code
            .message(Language::En, &diagnostic.arguments)
            .contains("/over/")
    );
}

#[test]
fn a_look_from_nothing_must_have_every_template() {
    let manifest = Template {
        text: "extends = \"nothing\"\n".into(),
        file: Some(FileId(0)),
    };
    let (look, diagnostics) = Look::of_site(
        "kaal",
        Some(&manifest),
        own("home.html", "<h1>Kaal</h1>"),
        Language::En,
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let diagnostics = Renderer::new(&look).expect_err("most templates are missing");
    assert_eq!(diagnostics.len(), PAGE_TEMPLATES.len() - 1);
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| diagnostic.code == Code::TemplateMissing)
    );
}

#[test]
fn a_partial_look_takes_the_rest_from_the_default() {
    let (look, diagnostics) = Look::of_site(
        "streek",
        None,
        own("home.html", "<h1>Streek</h1>"),
        Language::Nl,
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert!(look.assets.contains_key("style.css"));
    let renderer = Renderer::new(&look).expect("the rest is there");
    let samples = Samples::new(Language::Nl, false);
    assert_eq!(
        renderer
            .render("home.html", &samples.home(), "/")
            .expect("it renders"),
        b"<h1>Streek</h1>\n"
    );
    assert!(renderer.render("deal.html", &samples.deal(), "/").is_ok());
}

/// The page of an ask that has matches, in hostile words, with this as its template.
fn page_of(template: &str) -> Result<String, Vec<crate::diagnostic::Diagnostic>> {
    let renderer = Renderer::new(&Look::layered(Look::embedded(), own("need.html", template)))?;
    let page = renderer
        .render(
            "need.html",
            &Samples::new(Language::Nl, true).need("ask", true),
            "/",
        )
        .map_err(|diagnostic| vec![diagnostic])?;
    Ok(String::from_utf8(page).expect("pages are text"))
}

const PIECE: &str = "{% component piece(card, level=2, extra=\"-\", @site) %}<h{{ level }}>{{ card.text or card.title.text }}</h{{ level }}>\n\n  {{ extra }} {{ site.lang }}{% endcomponent %}";

#[test]
fn what_is_made_once_is_what_the_component_makes() {
    let with = |calls: &str| page_of(&format!("{PIECE}{calls}")).expect("it renders");
    let each = "{% for match in matches %}";
    for (once, component) in [
        (
            "match.lead | once(component=\"piece\")",
            "<piece card={match.lead} />",
        ),
        (
            "match.lead | once(component=\"piece\", level=3)",
            "<piece card={match.lead} level={3} />",
        ),
        (
            "match.lead | once(extra=\"<b>\", component=\"piece\")",
            "<piece card={match.lead} extra=\"<b>\" />",
        ),
        (
            "match.lead | once(component=\"piece\", level=4, extra=\"<i>\")",
            "<piece card={match.lead} level={4} extra=\"<i>\" />",
        ),
    ] {
        // Twice, and after other ways to show the same, one of them with the same words that are
        // safe: the second is not made again, and is not one of the others.
        let others = "{% set safe = \"<i>\" | safe %}{{ match.lead | once(component=\"piece\", level=4, extra=safe) }}{{ match.lead | once(component=\"piece\", level=4) }}";
        let twice = |call: &str| {
            with(&format!(
                "{each}{others}<i>{{{{ {call} }}}}</i><i>{{{{ {call} }}}}</i>{{% endfor %}}"
            ))
        };
        assert!(
            twice(component).contains("&lt;script&gt;"),
            "{}",
            twice(component)
        );
        assert_eq!(twice(once), twice(component));
    }
}

#[test]
fn a_template_that_numbers_its_cards_gets_each_number() {
    let with = |call: &str| {
        page_of(&format!(
            "{PIECE}{{% for number in range(end=600) %}}{{{{ {call} }}}}{{% endfor %}}"
        ))
        .expect("it renders")
    };
    assert_eq!(
        with("title | once(component=\"piece\", level=number)"),
        with("<piece card={title} level={number} />")
    );
}

#[test]
fn a_card_on_a_site_in_another_language_is_shown_anew() {
    let look = Look::layered(
        Look::embedded(),
        own(
            "need.html",
            &format!(
                "{PIECE}{{% for match in matches %}}{{{{ match.lead | once(component='piece') }}}}{{% endfor %}}"
            ),
        ),
    );
    let renderer = Renderer::new(&look).expect("a whole look");
    let mut view = Samples::new(Language::Nl, false).need("ask", true);
    let page = |view: &NeedView| {
        String::from_utf8(renderer.render("need.html", view, "/").expect("it renders"))
            .expect("pages are text")
    };
    let nl = page(&view);
    assert!(nl.contains("- nl") && !nl.contains("- en"), "{nl}");
    // The very same cards.
    view.site = Samples::new(Language::En, false).need("ask", true).site;
    assert_eq!(page(&view), nl.replace("- nl", "- en"));
}

#[test]
fn a_mistake_in_what_is_made_once_is_told_at_its_place() {
    let text = "{% component piece(card) %}<p>{{ card.titel }}</p>{% endcomponent %}{% for match in matches %}{{ match.lead | once(component=\"piece\") }}{% endfor %}";
    let found = page_of(text).expect_err("no such field");
    let Place::Text(span) = found[0].place else {
        panic!("no place: {found:?}")
    };
    assert_eq!(
        (found[0].code, &text[span.range()]),
        (Code::TemplateFails, "titel")
    );

    let text = "{{ title | once(component=\"kaartje\") }}";
    let found = page_of(text).expect_err("no such component");
    let Place::Text(span) = found[0].place else {
        panic!("no place: {found:?}")
    };
    assert_eq!(
        (found[0].code, &text[span.range()]),
        (Code::TemplateSyntax, "kaartje")
    );
    assert_eq!(
        found[0].code.message(Language::Nl, &found[0].arguments),
        "dit sjabloon klopt niet: er is geen component `kaartje`"
    );
}

#[test]
fn what_cannot_be_made_once_says_why() {
    let piece =
        "{% component piece(card) %}{{ card | once(component=\"piece\") }}{% endcomponent %}";
    for (call, told) in [
        (
            "{{ page.path | once(component=\"piece\") }}",
            "`once` is er voor een kaart",
        ),
        (
            "{{ title | once(component=\"piece\", other=title) }}",
            "`once` kan `other` niet meegeven",
        ),
        ("{{ title | once }}", "hier ontbreekt `component`"),
        (
            "{{ title | once(component=\"piece\", site=1) }}",
            "`once` geeft `site` zelf al mee",
        ),
        (
            "{{ title | once(component=\"piece\", levl=3) }}",
            "de component kent `levl` niet",
        ),
        (
            "{{ title | once(component=\"sited\") }}{% component sited(card, @nowhere) %}{% endcomponent %}",
            "de component heeft `nowhere` nodig",
        ),
        (
            "{{ title | once(component=\"whole\") }}{% component whole(card, more) %}{% endcomponent %}",
            "de component heeft `more` nodig",
        ),
        (
            "{{ title | once(component=\"piece\") }}",
            "een component toont zichzelf",
        ),
        (
            "{% set name = \"kaartje\" %}{{ title | once(component=name) }}",
            "er is geen component `kaartje`",
        ),
    ] {
        let found = page_of(&format!("{piece}{call}")).expect_err(call);
        let said = found[0].code.message(Language::Nl, &found[0].arguments);
        assert!(said.contains(told), "{call}: {said}");
        assert!(
            matches!(
                found[0].place,
                Place::Text(Span {
                    file: FileId(7),
                    ..
                })
            ),
            "{call}: {:?}",
            found[0].place
        );
    }
}

#[test]
fn what_is_no_call_by_name_is_not_looked_for() {
    for text in [
        "{# {{ card | once(component=\"old\") }} #}",
        "{% raw %}{{ card | once(component=\"old\") }}{% endraw %}",
        "{% if false %}{{ title | once(component=\"card_\" ~ side) }}{% endif %}",
    ] {
        assert!(page_of(text).is_ok(), "{text}: {:?}", page_of(text));
    }
    let unknown = "{% raw %}a{% endraw %}{# b #}{{ title | once(component='old', level=2) }}";
    assert_eq!(
        page_of(unknown).expect_err("no such component")[0].code,
        Code::TemplateSyntax
    );
}

#[test]
fn a_card_is_made_once_for_all_that_show_it_alike() {
    let text = format!(
        "{PIECE}{{% for match in matches %}}{{{{ match.lead | once(component=\"piece\") }}}}{{{{ match.lead | once(component=\"piece\", level=3) }}}}{{% endfor %}}"
    );
    let renderer = Renderer::new(&Look::layered(Look::embedded(), own("need.html", &text)))
        .expect("a whole look");
    let view = Samples::new(Language::Nl, false).need("ask", true);
    assert!(!view.matches.is_empty());
    let first = renderer
        .render("need.html", &view, "/")
        .expect("it renders");
    assert_eq!(renderer.kept(), view.matches.len() * 2);
    assert_eq!(
        renderer
            .render("need.html", &view, "/")
            .expect("it renders"),
        first
    );
    assert_eq!(renderer.kept(), view.matches.len() * 2);
}
