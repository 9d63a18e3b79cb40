"""The command line: `summit extract`, `summit evaluate`, `summit explain`, `summit places`.

Contract: one line for each error, on standard error, without a traceback; exit codes: 0 done,
1 failed, 2 usage, 3 done but some documents refused; ``--help`` imports nothing heavy.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.config import find_config_dir, read_settings
from pipeline.errors import SummitError
from pipeline.flow import STAGE_NAMES
from pipeline.progress import printable, tell

_INTERRUPTED = 130
_EXTRACT_EXAMPLE = """\
Example:
  summit extract                                    raw/ to processed/
  summit extract --raw docs --out tables --workers 4
  summit extract --until tag                        stop after tagging, look at its tables
"""
_EVALUATE_EXAMPLE = """\
Example:
  summit evaluate --gold tests/gold --out processed
  summit evaluate places speed                      the figures of docs/places.md, or some of them
"""
_EXPLAIN_EXAMPLE = """\
Example:
  summit explain mention_0123456789abcdef --out processed
"""
_PLACES_EXAMPLE = """\
Example:
  summit places 貝里斯貝爾墨潘市
"""
_EXAMPLE = """\
Example:
  summit extract
  python -c 'import pipeline; print(pipeline.load("cities"))'
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that knows no Chinese
        sys.stdout.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(arguments)
    if arguments is None:  # the process is ours: at its end Python would look for garbage
        atexit.register(gc.freeze)
    try:
        code: int = options.command(options)
    except SummitError as error:
        print(printable(f"summit: {error}"), file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("summit: interrupted; nothing was published", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        return 1
    return code


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _parser(argparse.ArgumentParser, "summit", "Documents to tables.", _EXAMPLE)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_extract(commands)
    _add_evaluate(commands)
    _add_explain(commands)
    _add_places(commands)
    return parser


def _parser(
    make: object, name: str, description: str, example: str, **more: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = make(  # type: ignore[operator]
        name,
        description=description,
        epilog=example,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        **more,
    )
    return made


def _add_extract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Bring the tables up to date with the documents; only what changed is read again."
    parser = _parser(
        commands.add_parser, "extract", text, _EXTRACT_EXAMPLE, help="documents to tables"
    )
    parser.add_argument("--raw", type=_path, metavar="DIR", help="folder of the documents (raw)")
    parser.add_argument("--out", type=_path, metavar="DIR", help="folder of the tables (processed)")
    parser.add_argument(
        "--workers",
        type=_count,
        default=None,
        metavar="N",
        help="worker processes; 0: as many as pay (0)",
    )
    parser.add_argument(
        "--until",
        choices=STAGE_NAMES,
        default="publish",
        metavar="STAGE",
        help=f"stop after this stage: {', '.join(STAGE_NAMES)}",
    )
    parser.add_argument(
        "--explain", action="store_true", help="name every document and why it is read"
    )
    parser.add_argument(
        "--verify", action="store_true", help="hash every file, whatever its time and size"
    )
    _add_config(parser)
    parser.set_defaults(command=_extract)


def _add_evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Compare published tables with gold annotations: precision, recall, F1 and each error."
    parser = _parser(
        commands.add_parser, "evaluate", text, _EVALUATE_EXAMPLE, help="measure the tables"
    )
    parser.add_argument(
        "what", nargs="*", metavar="places [PART]", help="measure the linking of places instead"
    )
    parser.add_argument("--gold", type=_path, metavar="DIR", help="folder of gold files")
    parser.add_argument("--out", type=_path, metavar="DIR", help="folder of the tables (processed)")
    parser.add_argument(
        "--predictions", type=_path, metavar="DIR", help="write the answers in the gold's form here"
    )
    _add_config(parser)
    parser.set_defaults(command=_evaluate, parser=parser)


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Tell how a mention came about: source characters, recognizer, rivals, value, entity."
    parser = _parser(
        commands.add_parser, "explain", text, _EXPLAIN_EXAMPLE, help="the story of a mention"
    )
    parser.add_argument("mention_id", metavar="MENTION_ID", help="id in the table mentions")
    parser.add_argument("--out", type=_path, metavar="DIR", help="folder of the tables (processed)")
    _add_config(parser)
    parser.set_defaults(command=_explain)


def _add_places(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Tell which city a name means, how it was found and what else it could be."
    parser = _parser(
        commands.add_parser, "places", text, _PLACES_EXAMPLE, help="the city a name means"
    )
    parser.add_argument("name", metavar="NAME", help="name of a city, with its country or without")
    _add_config(parser)
    parser.set_defaults(command=_places)


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=_path, metavar="DIR", help="folder of settings and lexicons (config)"
    )


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("expected a folder, found ''")
    return Path(text)


def _count(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"expected a number, 0 or more, found {text!r}")
    return int(text)


def _extract(arguments: argparse.Namespace) -> int:
    from pipeline.runner import run  # noqa: PLC0415 - not for --help
    from pipeline.task import Options  # noqa: PLC0415

    config_dir = arguments.config or find_config_dir()
    settings = read_settings(config_dir)
    workers = settings.run.workers if arguments.workers is None else arguments.workers
    options = Options(
        raw=arguments.raw or Path(settings.paths.raw),
        out=arguments.out or Path(settings.paths.out),
        config_dir=config_dir,
        settings=settings,
        workers=workers,
        until=arguments.until,
        explain=arguments.explain,
        verify=arguments.verify,
    )
    return run(options, tell)


def _evaluate(arguments: argparse.Namespace) -> int:
    if arguments.what[:1] == ["places"]:
        return _evaluate_places(arguments.what[1:])
    if arguments.what or not arguments.gold:
        arguments.parser.error("give --gold DIR, or places")
    from pipeline.outputs.evaluate import (  # noqa: PLC0415 - heavy
        evaluate,
        render,
        write_predictions,
    )

    settings = read_settings(arguments.config or find_config_dir())
    out = arguments.out or Path(settings.paths.out)
    if arguments.predictions:
        write_predictions(out, arguments.predictions)
    evaluation = evaluate(arguments.gold, out)
    print(render(evaluation))
    return evaluation.exit_code


def _evaluate_places(parts: Sequence[str]) -> int:
    from pipeline.outputs.evaluate_places import evaluate_places  # noqa: PLC0415 - heavy

    for line in evaluate_places(parts):
        print(line, flush=True)
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from pipeline.outputs.explain import explain  # noqa: PLC0415 - heavy

    config_dir = arguments.config or find_config_dir()
    out = arguments.out or Path(read_settings(config_dir).paths.out)
    print(explain(arguments.mention_id, out, config_dir))
    return 0


def _places(arguments: argparse.Namespace) -> int:
    from pipeline.outputs.places import explain_places  # noqa: PLC0415 - heavy

    for line in explain_places(arguments.name, arguments.config or find_config_dir()):
        print(line)
    return 0
