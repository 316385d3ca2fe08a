"""Every example on every page in every language, as a public checker of PDF/UA-1 sees it; run it with page-validation installed.

    python -m tests.bench.pdf.accessible

Prints what fails, how many files keep the standard, and how long one takes to draw. Ends with 1 when one doesn't keep it.
"""

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from footlights import api
from footlights.render.pdf.paper import PAGES

EXAMPLES = Path(__file__).parents[3] / "examples"


def main() -> int:
    """The number of files that don't keep the standard, as 0 or 1."""
    checker: Any = import_module("page")
    kept, failed, seconds = 0, 0, 0.0
    for path in sorted(EXAMPLES.glob("*.blueprint.yaml")):
        for language in ("en", "nl", "es"):
            picture = api.draw(api.load(path), language=language)
            for page in ("", *PAGES):
                start = time.process_time()
                data = picture.to("pdf", page=page)
                seconds += time.process_time() - start
                report = checker.validate_pdf_bytes(data)
                if report.is_compliant and report.profile == checker.ValidationProfile.PDF_UA_1:
                    kept += 1
                    continue
                failed += 1
                rules = ", ".join(failure.rule_id for failure in report.failures)
                print(f"{path.name} {language} {page or 'default'}: {rules or report.profile}")
    print(f"{kept} of {kept + failed} keep PDF/UA-1; {seconds / max(1, kept + failed):.2f} CPU s each")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
