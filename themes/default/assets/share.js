// Copies an address or a code, and saves the QR code as a file. Without this script all of it can still be selected by hand.

(() => {
	for (const row of document.querySelectorAll(".copy")) {
		const [button, status] = row.children;
		const source = document.getElementById(button.dataset.from);
		row.hidden = false;
		button.addEventListener("click", async () => {
			status.textContent = "";
			status.textContent = (await copy(source)) ? button.dataset.done : button.dataset.failed;
		});
	}

	for (const button of document.querySelectorAll("[data-save]")) {
		button.hidden = false;
		button.addEventListener("click", () => {
			const drawing = new XMLSerializer().serializeToString(document.querySelector(".qr"));
			const link = document.createElement("a");
			link.href = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
			link.download = button.dataset.save;
			link.click();
			URL.revokeObjectURL(link.href);
		});
	}

	// Browsers give the clipboard to safe connections only. What is selected can still be copied the old way, or by the reader.
	async function copy(source) {
		try {
			await navigator.clipboard.writeText(source.value ?? source.textContent);
			return true;
		} catch {
			if (source.select) source.select();
			else getSelection().selectAllChildren(source);
			return document.execCommand("copy");
		}
	}
})();
