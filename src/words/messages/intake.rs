//! Phrases of the messages of `intake`.

words! {
    MAKE_SMALLER: "verklein de afbeeldingen erin, of verdeel de tekst over meer bestanden", "make its pictures smaller, or divide the text over more files";
    COPY_TEXT: "zet de inhoud in een nieuw, leeg bestand, en bewaar dat", "copy the content into a new, empty file, and save that";
    TOO_MUCH_TEXT: "er staat meer tekst in dan in een verslag past", "it holds more text than fits in a report";
    DIVIDE_TEXT: "verdeel de tekst over meer bestanden", "divide the text over more files";
    TOO_DEEP: "de onderdelen zitten te diep in elkaar", "its parts are nested too deeply";
    DECLARES_GRAMMAR: "het bevat een DOCTYPE, die naar andere bestanden kan wijzen", "it has a DOCTYPE, which may lead to other files";
    COUNTS_TOO_MUCH: "het zegt dat er meer in staat dan erin past", "it says to hold more than there is room for";
    PART_TWICE: "twee onderdelen hebben dezelfde naam", "two of its parts have one name";
    NOT_TO_ITS_END: "de inhoud is niet tot het einde te lezen", "its content cannot be read to the end";
    PART_MISSING: "het deel met de tekst ontbreekt", "the part with the text is missing";
    OLD_WORD: "een Word-bestand van voor 2007 (.doc)", "a Word file of before 2007 (.doc)";
    OLD_EXCEL: "een Excel-bestand van voor 2007 (.xls)", "an Excel file of before 2007 (.xls)";
    OLD_OFFICE: "een Office-bestand van voor 2007", "an Office file of before 2007";
    BINARY_EXCEL: "een binaire werkmap van Excel (.xlsb)", "a binary workbook of Excel (.xlsb)";
    APPLE: "een bestand van Pages, Numbers of Keynote", "a file of Pages, Numbers or Keynote";
    PDF: "een PDF", "a PDF";
    RTF: "een RTF-bestand", "an RTF file";
    PRESENTATION: "een presentatie", "a presentation";
    OTHER_ZIP: "een ZIP-bestand zonder document of werkmap erin", "a ZIP file without a document or workbook in it";
    NO_TABLE: "een document zonder werkbladen", "a document without sheets";
    WORKBOOK: "een werkmap met bladen", "a workbook with sheets";
    UNKNOWN: "een bestand dat oogst niet kent", "a file that oogst does not know";
    SAVE_AS_DOCX: "open het in Word of LibreOffice, kies Opslaan als, en daar Word-document (.docx)", "open it in Word or LibreOffice, choose Save as, and there Word document (.docx)";
    SAVE_AS_XLSX: "open het in Excel of LibreOffice, kies Opslaan als, en daar Excel-werkmap (.xlsx)", "open it in Excel or LibreOffice, choose Save as, and there Excel workbook (.xlsx)";
    EXPORT_FROM_APPLE: "open het en kies Archief, Exporteer naar: Word (.docx) of Excel (.xlsx)", "open it and choose File, Export To: Word (.docx) or Excel (.xlsx)";
    FIND_ORIGINAL: "zoek het Word-bestand waarvan deze PDF gemaakt is, of kopieer de tekst naar Word", "find the Word file that this PDF was made of, or copy its text to Word";
    WHAT_IS_READ: "oogst leest documenten (.docx, .odt, .html), werkbladen (.xlsx, .ods, .csv) en programma’s (schedule.json, schedule.xml, .ics); bewaar het als een daarvan", "oogst reads documents (.docx, .odt, .html), sheets (.xlsx, .ods, .csv) and programmes (schedule.json, schedule.xml, .ics); save it as one of these";
}

phrases! {
    file_too_large(megabytes): "het bestand is groter dan {megabytes} MB", "the file is larger than {megabytes} MB";
    unpacks_too_large(megabytes): "het is uitgepakt groter dan {megabytes} MB", "unpacked it is larger than {megabytes} MB";
    too_many_parts(parts): "het bestaat uit meer dan {parts} onderdelen", "it is made of more than {parts} parts";
}
