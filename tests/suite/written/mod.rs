//! What writers write by hand is taken as they mean it: words of both languages, names of files and
//! folders, the order of names, who is named.

mod files;
mod order;
mod people;
mod words;
