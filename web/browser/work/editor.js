/** An editor for a few lines of Python: CodeMirror with what a page needs of it, and no more. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { pythonLanguage } from "@codemirror/lang-python";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

/**
 * An editor with a text in it, called `name` for those who hear the page. `onRun` is called by Shift+Enter,
 * `onChange` with the new text. Escape and then Tab leave it.
 */
export function makeEditor({ text, name, onRun, onChange }) {
  const run = { key: "Shift-Enter", run: () => (onRun(), true) };
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([run, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        history(),
        lineNumbers(),
        new LanguageSupport(pythonLanguage),
        syntaxHighlighting(classHighlighter),
        indentUnit.of("    "),
        indentOnInput(),
        bracketMatching(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": name,
          "aria-description": "Escape, then Tab, leaves the editor. Shift and Enter runs the code.",
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
        }),
        EditorView.updateListener.of((update) => update.docChanged && onChange(textOf(update.view))),
      ],
    }),
  });
  return {
    dom: view.dom,
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    text: () => textOf(view),
    /** Put another text in the place of all: one step, which can be undone. */
    write(other) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: other } });
    },
  };
}

const textOf = (view) => view.state.doc.toString();
