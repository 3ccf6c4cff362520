"""{% menus_version as version %}: part of the key under which a drawn menu is cached."""

from django import template

from home.menus import menus_version

register = template.Library()
register.simple_tag(menus_version)
