"""Tests of intake for partners."""
