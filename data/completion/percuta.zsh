#compdef percuta
# Completion for zsh: percuta completion zsh > a folder of $fpath, named _percuta
_percuta() {
  local -a verbs
  if (( CURRENT == 2 )); then
    verbs=(${(f)"$(percuta list verbs 2>/dev/null | awk 'NR > 1 {print $1}')"})
    _describe 'verb' verbs
    return
  fi
  case $words[2] in
    new) _values 'system' S1 S2 S3 S4 S5 S6 S7 S8 S9 ;;
    list) _values 'list' systems devices sites specimens products claims quantities rooms verbs ;;
    completion) _values 'shell' bash zsh fish ;;
    check|run|sweep) _files -g '*.toml' ;;
    *) _files ;;
  esac
}
compdef _percuta percuta
