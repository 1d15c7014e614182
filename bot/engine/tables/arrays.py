"""The types of arrays, by what they hold."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
"""Weights, meanings and scores, of which there are many."""

Doubles = npt.NDArray[np.float64]
"""Likelihoods and estimates, which are few or very small."""

Integers = npt.NDArray[np.integer[Any]]
"""Numbers and counts, of as many bytes as they need."""

Flags = npt.NDArray[np.bool_]

Bytes = npt.NDArray[np.uint8]

Array = npt.NDArray[Any]
"""Any of these, and of numbers of other sizes."""
