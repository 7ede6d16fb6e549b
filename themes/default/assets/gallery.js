// Opens the photos of a page in a viewer, for mouse, keyboard and ear. Without this script each photo is a link to itself.

(() => {
	const element = (name, properties, ...children) => {
		const made = Object.assign(document.createElement(name), properties);
		made.append(...children);
		return made;
	};

	for (const gallery of document.querySelectorAll(".photos")) {
		const links = [...gallery.querySelectorAll(".enlarge")];
		const words = gallery.dataset;
		const position = element("p", { className: "viewer-position", role: "status", id: `viewer-${links[0].parentElement.id || "photos"}` });
		const picture = element("div", { className: "viewer-picture" });
		const caption = element("div", { className: "viewer-caption" });
		const button = (label, act) => element("button", { type: "button", textContent: label, onclick: act });
		const close = button(words.close, () => dialog.close());
		const steps = links.length > 1 ? [button(words.previous, () => show(at - 1)), button(words.next, () => show(at + 1))] : [];
		const dialog = element("dialog", { className: "viewer" }, position, picture, caption, element("div", { className: "viewer-steps" }, ...steps, close));
		dialog.setAttribute("aria-labelledby", position.id);
		let at = 0;
		let opener;

		const show = (index) => {
			at = (index + links.length) % links.length;
			const figure = links[at].closest("figure");
			const shown = figure.querySelector("picture").cloneNode(true);
			for (const part of shown.children) {
				// No wider than the widest file has pixels.
				part.sizes = `min(100vw, ${/\d+(?=w$)/.exec(part.srcset)}px)`;
				part.removeAttribute("loading");
			}
			picture.replaceChildren(shown);
			caption.replaceChildren(...(figure.querySelector("figcaption")?.cloneNode(true).children ?? []));
			const { alt } = shown.lastElementChild;
			position.replaceChildren(links[at].querySelector(".unseen").textContent, element("span", { className: "unseen", textContent: alt && `: ${alt}` }));
		};

		dialog.addEventListener("keydown", (event) => {
			const step = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key];
			if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
			event.preventDefault();
			show(step);
		});
		dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
		dialog.addEventListener("close", () => opener.focus());
		gallery.addEventListener("click", (event) => {
			const link = event.target.closest(".enlarge");
			if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			opener = link;
			show(links.indexOf(link));
			dialog.showModal();
		});
		document.body.append(dialog);
	}
})();
