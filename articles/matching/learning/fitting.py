"""Logistic regression over the facts of candidate pairs."""

import numpy as np

# How strongly the weights are drawn towards nothing, on facts scaled to one spread.
RIDGE = 3.0
MAX_STEPS = 50
SETTLED = 1e-9


def fit(facts: np.ndarray, is_true: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, float]:
    """Return (weights, bias) that make the pairs likeliest; a row counts as often as told.

    Newton's method from nought: the same rows give the same weights.
    """
    mean, spread = facts.mean(axis=0), facts.std(axis=0) + 1e-9
    rows = np.column_stack([(facts - mean) / spread, np.ones(len(facts))])
    ridge = np.array([RIDGE] * facts.shape[1] + [0.0])
    scaled = np.zeros(len(ridge))
    for _ in range(MAX_STEPS):
        step = _step(rows, is_true, counts, ridge, scaled)
        scaled -= step
        if np.abs(step).max() < SETTLED:
            break
    weights = scaled[:-1] / spread
    return weights, float(scaled[-1] - weights @ mean)


def _step(
    rows: np.ndarray,
    is_true: np.ndarray,
    counts: np.ndarray,
    ridge: np.ndarray,
    scaled: np.ndarray,
) -> np.ndarray:
    likely = 1 / (1 + np.exp(-np.clip(rows @ scaled, -30, 30)))
    slope = rows.T @ (counts * (likely - is_true)) + ridge * scaled
    bend = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
    return np.linalg.solve(bend, slope)
