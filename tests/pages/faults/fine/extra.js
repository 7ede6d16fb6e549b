// Adds a button, which is all that a script may add.
document.querySelector("main").insertAdjacentHTML("beforeend", '<button type="button">Sorteer</button>');
