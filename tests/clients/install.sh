#!/bin/sh
# Installs the programs that the tests of this folder load files with, on Debian 12. Run as root.
set -eu
apt-get update
apt-get install -y --no-install-recommends \
    gettext i18nspector omegat poedit libreoffice-calc-nogui hunspell hunspell-en-us \
    xvfb xauth openbox xdotool dbus
pip install translate-toolkit deepl saxonche
npm install --global cspell@8
