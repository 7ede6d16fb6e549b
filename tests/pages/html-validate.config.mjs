// The rules of html-validate that pages of oogst follow: the presets whole, less what is a matter of taste or belongs to
// the writer of the content. Every exception says which of the two it is.

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Taste: HTML has one doctype, however it is cased.
    "doctype-style": "off",
    // Taste: CommonMark writes `<br />` and `disabled=""`, templates write `<br>` and `disabled`; both are HTML.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Taste: white space that templates leave at the end of a line is invisible and compresses to nothing.
    "no-trailing-whitespace": "off",
    // The writer's: a meeting's name may be long, and cutting it short in the title would help nobody.
    "long-title": "off",
    // The writer's: how a phone number is typed in running text.
    "tel-non-breaking": "off",
    // An id may start with a figure (`2018-overijssel`), as HTML allows since version 5.
    "valid-id": ["error", { relaxed: true }],
    // Integrity hashes guard against other hosts; a page that asks another host for anything fails elsewhere.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
