"""The recipe of the trained pipeline: treebanks in, pipeline and scores out."""
