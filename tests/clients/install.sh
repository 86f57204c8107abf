#!/bin/sh
# Installs the programs that the tests of this folder load files with, on Debian 12. Run as root.
set -eu
apt-get update
apt-get install -y --no-install-recommends \
    gettext i18nspector omegat xvfb xauth libreoffice-calc-nogui hunspell hunspell-en-us jing
pip install translate-toolkit deepl saxonche
npm install --global cspell@8
