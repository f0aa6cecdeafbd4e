# Completion for bash: percuta completion bash > ~/.local/share/bash-completion/completions/percuta
_percuta() {
  local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]}
  local names='awk "NR > 1 {print \$1}"'
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$(percuta list verbs 2>/dev/null | eval "$names")" -- "$word"))
    return
  fi
  case $verb:$word in
    *:-*) COMPREPLY=($(compgen -W "$(percuta "$verb" --help 2>/dev/null | grep -oE -- '--[a-z]+')" -- "$word")) ;;
    new:*) COMPREPLY=($(compgen -W "S1 S2 S3 S4 S5 S6 S7 S8 S9" -- "$word")) ;;
    list:*) COMPREPLY=($(compgen -W "systems devices sites specimens products claims quantities rooms verbs" -- "$word")) ;;
    completion:*) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")) ;;
    check:*|run:*|sweep:*) COMPREPLY=($(compgen -f -X '!*.toml' -- "$word") $(compgen -d -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _percuta percuta
