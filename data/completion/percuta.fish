# Completion for fish: percuta completion fish > ~/.config/fish/completions/percuta.fish
complete -c percuta -n __fish_use_subcommand -f -a "(percuta list verbs 2>/dev/null | awk 'NR > 1 {print \$1}')"
complete -c percuta -n "__fish_seen_subcommand_from new" -f -a "S1 S2 S3 S4 S5 S6 S7 S8 S9"
complete -c percuta -n "__fish_seen_subcommand_from list" -f -a "systems devices sites specimens products claims quantities rooms verbs"
complete -c percuta -n "__fish_seen_subcommand_from completion" -f -a "bash zsh fish"
complete -c percuta -n "__fish_seen_subcommand_from compare export report" -f -a "(__fish_complete_directories)"
complete -c percuta -n "__fish_seen_subcommand_from export" -l what -x -a "punctures density figures"
complete -c percuta -n "__fish_seen_subcommand_from export" -l format -x -a "csv vtr svg png"
