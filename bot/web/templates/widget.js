// One tag puts the assistant on a page: <script src="https://…/widget.js" async></script>
(() => {
  const allowed = {{ origins | tojson }};
  const home = new URL(document.currentScript.src).origin;
  if (location.origin !== home && !allowed.includes(location.origin)) {
    console.warn(`motcua: ${location.origin} is not among the allowed origins`);
    return;
  }
  if (document.querySelector("motcua-widget")) return;

  const sheet = new CSSStyleSheet(); // works under the host page's own strict style policy
  sheet.replaceSync(`
    :host { all: initial; position: fixed; z-index: 2147483000; right: 1rem; bottom: 1rem; }
    button { font: 600 1rem/1.2 system-ui, sans-serif; min-height: 3rem; padding: 0.75rem 1.25rem;
      border: 2px solid #fff; border-radius: 2rem; background: #0b6357; color: #fff; cursor: pointer;
      box-shadow: 0 4px 16px rgb(0 0 0 / 30%); }
    button:focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; }
    .panel { position: fixed; right: 1rem; bottom: 5rem; width: min(26rem, calc(100vw - 2rem));
      height: min(42rem, calc(100vh - 6.5rem)); border-radius: 1rem; overflow: hidden;
      box-shadow: 0 8px 40px rgb(0 0 0 / 35%); background: #fff; }
    .panel[hidden] { display: none; }
    iframe { width: 100%; height: 100%; border: 0; }`);

  class Widget extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      this.button = document.createElement("button");
      this.button.type = "button";
      this.button.addEventListener("click", () => this.show(this.panel.hidden));
      this.panel = document.createElement("div");
      this.panel.className = "panel";
      root.append(this.panel, this.button);
      this.show(false);
      this.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
      window.addEventListener("message", (event) => {
        if (event.origin === home && event.data === "motcua:close") this.close();
      });
    }

    show(open) {
      if (open && !this.panel.firstChild) this.panel.append(this.frame());
      this.panel.hidden = !open;
      this.button.setAttribute("aria-expanded", String(open));
      this.button.textContent = open ? "Đóng trợ lý" : "Hỏi thủ tục hành chính";
    }

    close() {
      this.show(false);
      this.button.focus();
    }

    frame() {
      const frame = document.createElement("iframe");
      frame.src = `${home}/`;
      frame.title = "Trợ lý thủ tục hành chính Hà Nội";
      frame.allow = "clipboard-write";
      return frame;
    }
  }

  customElements.define("motcua-widget", Widget);
  const add = () => document.body.append(document.createElement("motcua-widget"));
  if (document.body) add();
  else document.addEventListener("DOMContentLoaded", add);
})();
