// Browser storage that may be missing, full or blocked: then the page just forgets.

function on(store) {
  return {
    get(key, otherwise = null) {
      try {
        return JSON.parse(store().getItem(`motcua.${key}`)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    set(key, value) {
      try {
        if (value == null) store().removeItem(`motcua.${key}`);
        else store().setItem(`motcua.${key}`, JSON.stringify(value));
      } catch {
        // nothing to do: the value lives in memory for this visit
      }
    },
    removeAll(beginning) {
      try {
        const names = Object.keys(store()).filter((name) => name.startsWith(`motcua.${beginning}`));
        for (const name of names) store().removeItem(name);
      } catch {
        // blocked: then nothing was kept
      }
    },
  };
}

export const kept = on(() => localStorage); // shared by all tabs
export const tab = on(() => sessionStorage); // this tab only, survives a reload
