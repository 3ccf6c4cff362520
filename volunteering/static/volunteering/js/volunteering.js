// Loaded on every page of the plugin; nothing depends on it.
import "./fragments.js";
import "./near.js";
import "./share.js";
import "./map.js";
import "./pin.js";
import "./map-switch.js";
import "./print.js";
import "./strip.js";
import "./alerts.js";
import "./search.js";
