"""How Chromium is started, by the tests and by `make shots`: the system's own, silent, on this machine only."""

from typing import Any

from tests.rig.system_parts import chromium

HOST = "127.0.0.1"
# The same machine, by a name: passkeys want one.
NAME = "localhost"
# Chromium obeys the last such list alone: ours begins with what Playwright turns off.
WITHOUT = [
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "CertificateTransparencyComponentUpdater",
    "Translate",
    # Pages of Chromium's own, drawn for each window in processes of their own: below an address bar that nobody sees.
    "AimEnabled",
    "PreloadTopChromeWebUI",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
    # A process kept ready for another site: there is none.
    "SpareRendererForSitePerProcess",
]
ARGUMENTS = [
    # Containers and root have no user namespaces; nothing but our own pages is ever opened.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    # Chromium itself asks nobody anything: updates, suggestions, field trials, translation.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-component-extensions-with-background-pages",
    "--disable-default-apps",
    "--disable-domain-reliability",
    f"--disable-features={','.join(WITHOUT)}",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    # A name looked up anyway does not exist.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}, EXCLUDE {NAME}",
    # The same drawing on every machine.
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
]


class NoChromium(Exception):
    """Debian's package is called chromium; the variable CHROMIUM names another program."""


def launch_options() -> dict[str, Any]:
    """For `browser_type.launch(…)`. Raises `NoChromium`."""
    program = chromium()
    if program is None:
        raise NoChromium
    return {"executable_path": program, "args": ARGUMENTS, "headless": True}
