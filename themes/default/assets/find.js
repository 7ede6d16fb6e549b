// Leads the form in the header to the search page with the words behind `#`: they stay with the reader, and stand in no log
// of a server. Without this script they go along as a query.

(() => {
  const form = document.querySelector(".site-head .find");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}#q=${encodeURIComponent(form.elements.q.value.trim())}`);
  });
})();
