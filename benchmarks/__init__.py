"""Measurements of this client beside a bare stub and beside yandexcloud: ``make bench``."""
