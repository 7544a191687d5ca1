"""`python -m training.parser --treebanks DIR [--out DIR] [--epochs N]`: make the pipeline that ships."""

import argparse
from pathlib import Path

from dragoman.syntax.pipeline import MODEL
from training.parser.recipe import run

EPOCHS = 24


def main() -> None:
    """Read the arguments and run the recipe, reporting on standard output."""
    parser = argparse.ArgumentParser(prog="python -m training.parser", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with the .conllu.gz files")
    parser.add_argument("--newswire", type=Path, default=Path("training/newswire"), help="our own .conllu files")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder to write the pipeline to")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="times each sentence is seen")
    parser.add_argument("--start", type=Path, help="folder of a pipeline whose weights to go on from")
    chosen = parser.parse_args()
    run(
        chosen.treebanks, chosen.newswire, chosen.out, chosen.epochs, lambda line: print(line, flush=True), chosen.start
    )


if __name__ == "__main__":
    main()
