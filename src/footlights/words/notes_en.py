"""What is worth telling about an export, in English."""

NOTES = {
    "letters": "our font lacks {letters}: drawn with a font of this machine, where it has one",
    "letters-more": "our font lacks {letters} and {more} more: drawn with fonts of this machine, where it has them",
    "not-accessible": "no font of this machine has all letters of this text: the PDF is tagged, but not PDF/UA",
    "slides-small": (
        "too much for slides that can be read ({wanted} of them): there are {slides} with smaller texts; some of the --phases can be read"
    ),
    "page-scaled": "a PDF page can't be that large: the picture was scaled to {percent} %",
    "too-small": "on {page} the text is {points} points high, too small to read: a larger sheet, tiles or a report can be read",
    "font-missing": "{font} is not on this machine: its words are set in our font",
    "no-cards": "there are no cards in this picture",
    "bpmn-signs": "BPMN has no sign for marks, moments of truth, feelings, evidence and times: they are text annotations",
    "bpmn-both": "a flow of BPMN has one direction: {count} two-way agreements are associations",
    "bpmn-crowded": "the marks of {count} cards found no room between arrows: their tasks' documentation has them",
    "bpmn-light": "BPMN tools draw on white: the colours are those of the light theme",
    "mermaid-journey": "a Mermaid journey holds phases, steps, feelings and people only: cards, marks, quotes and times are left out",
    "mermaid-unfelt": "{count} steps have no feeling; Mermaid asks for a score, and they got 3",
    "mermaid-lanes": (
        "Mermaid places cards itself: steps need not stand below each other, and feelings, times and lines between lanes are left out"
    ),
    "mermaid-large": (
        "{cards} cards are many for Mermaid, which places them itself: there is a frame per phase, and a colour "
        "per row; feelings, times and lines between lanes are left out; for a picture that reads well ask for a "
        "few of them with --phases, or take SVG, PDF or draw.io"
    ),
    "mermaid-steps": (
        "{cards} cards and {arrows} arrows, where Mermaid draws at most {most} arrows and {text} characters: only "
        "the phases and their steps are in it; ask for a few of them with --phases, or take SVG, PDF or draw.io"
    ),
    "mermaid-phases": (
        "{cards} cards and {arrows} arrows, where Mermaid draws at most {most} arrows and {text} characters: only "
        "the phases are in it; ask for a few of them with --phases, or take SVG, PDF or draw.io"
    ),
    "mermaid-cut": (
        "{cards} cards and {arrows} arrows, where Mermaid draws at most {most} arrows and {text} characters: only "
        "the phases are in it, the first {held} of {all}; ask for a few of them with --phases, or take SVG, PDF or "
        "draw.io"
    ),
}
