"""The application: every door in its place, one guard before all of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Route

from footlights.live import CannotSave
from footlights.model import FootlightsError

from . import atlas, catalogue, documents, exports, findings, live, sessions, versions
from .bodies import ProblemBody
from .editor import Editor
from .guard import Guard
from .house import House
from .problems import CODES, ProblemError, on_cannot_save, on_http, on_invalid, on_problem, on_trouble
from .rates import Buckets

__all__ = ["make_app", "openapi"]

_ABOUT = """\
Everything the editor does, it does through here, and so can you: send `Authorization: Bearer TOKEN` with the token from
the address that the server printed. Every refusal is a problem (RFC 9457) whose `code` is stable. Lists come in pages:
`next` of one page is the `after` of the following.
"""


def make_app(house: House) -> FastAPI:
    """The application of a house. It opens the house when it starts, and closes it when it ends."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await house.begin()
        try:
            yield
        finally:
            await house.close()

    refusals: dict[int | str, dict[str, Any]] = {
        "default": {"model": ProblemBody, "description": "A refusal", "content": {"application/problem+json": {}}}
    }
    app = FastAPI(
        title="Footlights",
        version=version("footlights"),
        description=_ABOUT,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses=refusals,
        separate_input_output_schemas=False,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.house = house
    limit = house.settings.limits.wrong_tokens_per_min
    app.state.wrong_tokens = Buckets(limit / 60, limit)
    for part in (sessions, documents, versions, exports, findings, atlas, catalogue, live):
        app.include_router(part.router)
    app.add_exception_handler(ProblemError, on_problem)
    app.add_exception_handler(FootlightsError, on_trouble)
    app.add_exception_handler(CannotSave, on_cannot_save)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_api_route("/api/openapi.json", lambda: openapi(app), include_in_schema=False)
    app.router.routes.append(Route("/{path:path}", Editor().answer, methods=["GET"], include_in_schema=False))
    app.add_middleware(Guard, settings=house.settings, doorkeeper=house.doorkeeper)
    return app


def openapi(app: FastAPI) -> dict[str, Any]:
    """The description of the interface (OpenAPI 3.1): every refusal has the one shape that it really has."""
    said = app.openapi()
    for path in said["paths"].values():
        for operation in path.values():
            answers = operation["responses"]
            answers.pop("422", None)
            answers["default"] = {
                "description": "A refusal",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemBody"}}},
            }
    schemas = said["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["ProblemBody"]["properties"]["code"]["enum"] = sorted(CODES)
    said["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    said["security"] = [{"token": []}]
    return said
