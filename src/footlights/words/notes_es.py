"""What is worth telling about an export, in Spanish."""

NOTES = {
    "letters": "nuestra fuente no tiene {letters}: se dibujó con una fuente de este equipo, si la hay",
    "letters-more": "nuestra fuente no tiene {letters} ni otros {more} signos: se dibujaron con fuentes de este equipo, si las hay",
    "not-accessible": "ninguna fuente de este equipo tiene todas las letras de este texto: el PDF está etiquetado, pero no es PDF/UA",
    "slides-small": (
        "demasiado para diapositivas legibles (serían {wanted}): hay {slides} con textos más pequeños; algunas --phases sí se leen"
    ),
    "page-scaled": "una página PDF no puede ser tan grande: el dibujo se redujo al {percent} %",
    "too-small": (
        "en {page} el texto mide {points} puntos, demasiado poco para leerlo: una hoja mayor, un mosaico o un informe sí se leen"
    ),
    "font-missing": "{font} no está en este equipo: sus palabras van en nuestra fuente",
    "no-cards": "no hay tarjetas en este dibujo",
    "bpmn-signs": ("BPMN no tiene signos para marcas, momentos de la verdad, emociones, evidencias ni tiempos: son anotaciones de texto"),
    "bpmn-both": "un flujo de BPMN va en un solo sentido: {count} acuerdos mutuos son asociaciones",
    "bpmn-crowded": "las marcas de {count} tarjetas no cabían entre las flechas: están en la documentación de sus tareas",
    "bpmn-light": "los programas de BPMN dibujan sobre blanco: los colores son los del tema claro",
    "mermaid-journey": (
        "un recorrido de Mermaid solo admite fases, pasos, emociones y personas: se omiten tarjetas, marcas, citas y tiempos"
    ),
    "mermaid-unfelt": "{count} pasos no tienen emoción; Mermaid pide una nota y se les puso un 3",
    "mermaid-lanes": (
        "Mermaid coloca las tarjetas por su cuenta: los pasos no siempre quedan alineados, y se omiten emociones, "
        "tiempos y líneas entre carriles"
    ),
    "mermaid-large": (
        "{cards} tarjetas son muchas para Mermaid, que las coloca por su cuenta: hay un marco por fase y un color "
        "por carril; se omiten emociones, tiempos y líneas entre carriles; para leerlo bien pida solo unas fases "
        "con --phases, o elija SVG, PDF o draw.io"
    ),
    "mermaid-steps": (
        "{cards} tarjetas y {arrows} flechas, y Mermaid dibuja como mucho {most} flechas y {text} caracteres: solo "
        "contiene las fases y sus pasos; pida unas pocas con --phases, o elija SVG, PDF o draw.io"
    ),
    "mermaid-phases": (
        "{cards} tarjetas y {arrows} flechas, y Mermaid dibuja como mucho {most} flechas y {text} caracteres: solo "
        "contiene las fases; pida unas pocas con --phases, o elija SVG, PDF o draw.io"
    ),
    "mermaid-cut": (
        "{cards} tarjetas y {arrows} flechas, y Mermaid dibuja como mucho {most} flechas y {text} caracteres: solo "
        "contiene las fases, las primeras {held} de {all}; pida unas pocas con --phases, o elija SVG, PDF o "
        "draw.io"
    ),
}
