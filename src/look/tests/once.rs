//! What the filter `once` makes, as against the component alone.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Look, Renderer, own};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::{FileId, Span};
use crate::stable_hash::Shared;
use crate::words::Language;

/// The view of a page with cards, in hostile words.
#[derive(Serialize)]
struct CardsView {
    site: Shared<Value>,
    page: Value,
    title: Value,
    matches: Vec<MatchingCard>,
}

#[derive(Serialize)]
struct MatchingCard {
    lead: Shared<Value>,
}

impl CardsView {
    fn of(language: &str) -> Self {
        let card = |title: &str| MatchingCard {
            lead: Shared::new(json!({ "text": null, "title": { "text": title } })),
        };
        Self {
            site: Shared::new(json!({ "lang": language })),
            page: json!({ "path": "/" }),
            title: json!({ "text": "<script>\"'&" }),
            matches: vec![card("<script>\"'&"), card("Werkplaats")],
        }
    }
}

/// A page with cards, with this as its template.
fn page_of(template: &str) -> Result<String, Vec<Diagnostic>> {
    let renderer = Renderer::new(&Look::layered(Look::embedded(), own("need.html", template)))?;
    let page = renderer
        .render("need.html", &CardsView::of("nl"), "/")
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
    let mut view = CardsView::of("nl");
    let page = |view: &CardsView| {
        String::from_utf8(renderer.render("need.html", view, "/").expect("it renders"))
            .expect("pages are text")
    };
    let nl = page(&view);
    assert!(nl.contains("- nl") && !nl.contains("- en"), "{nl}");
    // The very same cards.
    view.site = CardsView::of("en").site;
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
    let view = CardsView::of("nl");
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
