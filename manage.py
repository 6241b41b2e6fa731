#!/usr/bin/env python3
"""Django's command line for the desk."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ots_desk.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:  # its message says what to set; a traceback would bury it
        sys.exit(f"manage.py: {error}")


if __name__ == "__main__":
    main()
