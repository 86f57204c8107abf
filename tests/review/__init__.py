"""Tests of the review page's decisions and server."""
