# Django's own checks of the settings, as a production server would have them.
set -e

DEBUG=0 ALLOWED_HOSTS=desk.example SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
    .venv/bin/python manage.py check --deploy --fail-level WARNING
