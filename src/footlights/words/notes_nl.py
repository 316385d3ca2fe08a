"""What is worth telling about an export, in Dutch."""

NOTES = {
    "letters": "ons lettertype kent {letters} niet: getekend met een lettertype van deze computer, als dat er een heeft",
    "letters-more": (
        "ons lettertype kent {letters} en nog {more} tekens niet: getekend met lettertypen van deze computer, als die ze hebben"
    ),
    "not-accessible": "geen lettertype van deze computer heeft alle letters van deze tekst: de PDF heeft labels, maar is geen PDF/UA",
    "slides-small": (
        "te veel voor leesbare dia's (dat zouden er {wanted} zijn): er zijn {slides} met kleinere tekst; "
        "een paar --phases zijn wel leesbaar"
    ),
    "page-scaled": "zo groot kan een PDF-pagina niet zijn: de tekening is verkleind tot {percent} %",
    "too-small": (
        "op {page} is de tekst {points} punten hoog, te klein om te lezen: een groter vel, tegels of een rapport zijn wel leesbaar"
    ),
    "font-missing": "{font} staat niet op deze computer: de tekst staat in ons lettertype",
    "no-cards": "er staan geen kaarten in deze tekening",
    "bpmn-signs": (
        "BPMN heeft geen teken voor markeringen, momenten van de waarheid, gevoelens, bewijs en tijden: het zijn tekstaantekeningen"
    ),
    "bpmn-both": "een stroom in BPMN gaat één kant op: {count} afspraken over en weer zijn associaties",
    "bpmn-crowded": ("voor de markeringen van {count} kaarten was geen plaats tussen de pijlen: ze staan in de documentatie van hun taken"),
    "bpmn-light": "BPMN-programma’s tekenen op wit: de kleuren zijn die van het lichte thema",
    "mermaid-journey": (
        "een Mermaid-klantreis kent alleen fasen, stappen, gevoelens en mensen: kaarten, markeringen, citaten en tijden zijn weggelaten"
    ),
    "mermaid-unfelt": "{count} stappen hebben geen gevoel; Mermaid vraagt een cijfer, en ze kregen een 3",
    "mermaid-lanes": (
        "Mermaid plaatst kaarten zelf: stappen staan niet altijd onder elkaar, en gevoelens, tijden en lijnen tussen rijen zijn weggelaten"
    ),
    "mermaid-large": (
        "{cards} kaarten zijn veel voor Mermaid, dat ze zelf plaatst: er is een kader per fase en een kleur per "
        "rij; gevoelens, tijden en lijnen tussen rijen zijn weggelaten; wie goed wil kunnen lezen vraagt er een "
        "paar met --phases, of neemt SVG, PDF of draw.io"
    ),
    "mermaid-steps": (
        "{cards} kaarten en {arrows} pijlen, en Mermaid tekent hoogstens {most} pijlen en {text} tekens: alleen de "
        "fasen en hun stappen staan erin; vraag er een paar met --phases, of neem SVG, PDF of draw.io"
    ),
    "mermaid-phases": (
        "{cards} kaarten en {arrows} pijlen, en Mermaid tekent hoogstens {most} pijlen en {text} tekens: alleen de "
        "fasen staan erin; vraag er een paar met --phases, of neem SVG, PDF of draw.io"
    ),
    "mermaid-cut": (
        "{cards} kaarten en {arrows} pijlen, en Mermaid tekent hoogstens {most} pijlen en {text} tekens: alleen de "
        "fasen staan erin, de eerste {held} van {all}; vraag er een paar met --phases, of neem SVG, PDF of draw.io"
    ),
}
