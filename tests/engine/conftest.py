"""Engines over small knowledge bases that several tests hold conversations with."""

import pytest

from bot.engine.engine import Engine
from tests.engine.small_conversations import NEEDED, SHOP, THRESHOLDS
from tests.engine.small_knowledge import make_engine


@pytest.fixture(scope="module")
def garden() -> Engine:
    return make_engine(**THRESHOLDS)


@pytest.fixture(scope="module")
def shop() -> Engine:
    return Engine(SHOP)  # with the thresholds of a knowledge base that is too small to suggest any


@pytest.fixture(scope="module")
def needed() -> Engine:
    return Engine(NEEDED, threshold=0.3, ambiguity_threshold=0.05)
