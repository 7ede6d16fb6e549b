//! Names of files and folders: fixed ones in either language and any case, and names that a look
//! for letters, signs and accents would lose.
