//! Phrases of the messages of `look`.

words! {
    INCLUDES_ITSELF: "dit sjabloon voegt zichzelf in", "this template includes itself";
    NO_OPTIONS: "deze vormgeving heeft geen keuzes", "this look has no options";
    IN_THE_DARK: " in het donker", " in the dark";
    CHOOSE_ANOTHER_GROUND: "kies een lichtere of donkerder grond", "choose a lighter or darker ground";
    OF_ANOTHER_KIND: "is geen bestand van deze soort", "is no file of this kind";
}

phrases! {
    no_drawing(problem): "hier komt geen SVG uit (“{problem}”)", "this makes no SVG (“{problem}”)";
    no_template(parent): "het sjabloon `{parent}` is er niet", "there is no template `{parent}`";
    choose_another_shade(changed, suffix, passing): "kies voor `{changed}{suffix}` een andere tint; de dichtstbijzijnde die wel te lezen is, is `{passing}`", "choose another shade for `{changed}{suffix}`; the nearest one that can be read is `{passing}`";
    too_large(size): "is met {size} kB te groot", "is too large at {size} kB";
    found_for(found, nl, en): "hier staat {found}, maar hier hoort {nl}", "here stands {found}, but {en} belongs here";
    in_the_engines_words(message): "in de woorden van de sjabloonmotor: “{message}”", "in the engine's words: “{message}”";
}
