//! A terminal with a shell in it: a session of a `tmux` server of its own.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use apigw_tests::command_folder::{CommandFolder, search_path};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);
const PROMPT: &str = "ready>";

/// The shells, each without the settings of anybody.
pub(crate) const BASH: &[&str] = &["bash", "--norc", "--noprofile", "-i"];
const ZSH: &[&str] = &["zsh", "-f", "-i"];

/// The terminal, closed at the end.
pub(crate) struct Screen {
    folder: CommandFolder,
    socket: PathBuf,
    /// How many lines were run.
    runs: Cell<usize>,
}

impl Screen {
    /// Opens a terminal of so many columns, with variables in the environment of its shell and nothing else.
    pub(crate) fn open(shell: &[&str], columns: u16, variables: &[(&str, &str)]) -> Self {
        let folder = CommandFolder::new();
        let socket = folder.path().join("tmux");
        let screen = Self { folder, socket, runs: Cell::new(0) };
        let mut words = vec!["env".to_owned(), "-i".to_owned(), "TERM=screen".to_owned(), format!("PS1={PROMPT} ")];
        words.push(format!("PATH={}", search_path().to_string_lossy()));
        words.push(format!("HOME={}", screen.folder.path().display()));
        words.push("INPUTRC=/dev/null".to_owned());
        words.extend(variables.iter().map(|(name, value)| format!("{name}={value}")));
        words.extend(shell.iter().map(|word| (*word).to_owned()));
        let columns = columns.to_string();
        let session = ["-u", "-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", "50", "--"];
        let started = screen.tmux(&session.into_iter().chain(words.iter().map(String::as_str)).collect::<Vec<_>>());
        assert!(started.status.success(), "{started:?}");
        screen.wait("the prompt", |text| text.trim_end().ends_with(PROMPT));
        screen
    }

    /// A terminal in which bash completes the command's lines.
    pub(crate) fn completing() -> Self {
        let screen = Self::open(BASH, 100, &[]);
        screen.run("source <(apigw completions bash)");
        screen
    }

    /// A terminal in which zsh does.
    pub(crate) fn completing_in_zsh() -> Self {
        let screen = Self::open(ZSH, 100, &[]);
        screen.run("autoload -Uz compinit && compinit -u; source <(apigw completions zsh)");
        screen
    }

    /// A terminal in which fish does.
    pub(crate) fn completing_in_fish() -> Self {
        let prompt = format!("function fish_prompt; echo -n '{PROMPT} '; end; function fish_greeting; end");
        let screen = Self::open(&["fish", "--no-config", "-C", &prompt], 100, &[]);
        screen.run("apigw completions fish | source");
        screen
    }

    /// Where its shell runs.
    pub(crate) fn folder(&self) -> &CommandFolder {
        &self.folder
    }

    fn tmux(&self, words: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command.arg("-S").arg(&self.socket).args(words).current_dir(self.folder.path());
        command.env_remove("TMUX").stdin(Stdio::null());
        command.output().unwrap_or_else(|error| panic!("cannot run tmux: {error}"))
    }

    fn said(&self, words: &[&str]) -> String {
        String::from_utf8_lossy(&self.tmux(words).stdout).into_owned()
    }

    /// Types a text.
    pub(crate) fn type_in(&self, text: &str) {
        self.tmux(&["send-keys", "-l", "--", text]);
    }

    /// Presses a key by its name.
    pub(crate) fn press(&self, key: &str) {
        self.tmux(&["send-keys", key]);
    }

    /// Gives up the line of the shell.
    pub(crate) fn interrupt(&self) {
        self.press("C-c");
        self.wait("a new line", |text| text.trim_end().lines().last() == Some(PROMPT));
    }

    /// What there is to see; lines that the terminal broke are whole.
    pub(crate) fn text(&self) -> String {
        self.said(&["capture-pane", "-p", "-J"])
    }

    /// The same with the codes of letters and colors.
    pub(crate) fn styled_text(&self) -> String {
        self.said(&["capture-pane", "-p", "-e"])
    }

    /// The program that the terminal shows.
    pub(crate) fn program(&self) -> String {
        self.said(&["display-message", "-p", "#{pane_current_command}"]).trim().to_owned()
    }

    /// Waits until something can be seen.
    pub(crate) fn wait(&self, what: &str, is_there: impl Fn(&str) -> bool) {
        let began = Instant::now();
        loop {
            let text = self.text();
            if is_there(&text) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "{what} is not to be seen:\n{text}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Waits until the line of the shell is this; space at its end does not count, since nobody sees it.
    pub(crate) fn wait_for_line(&self, line: &str) {
        self.wait(line, |text| text.trim_end().lines().last() == Some(&format!("{PROMPT} {line}")));
    }

    /// Waits until this program is shown.
    pub(crate) fn wait_for_program(&self, name: &str) {
        self.wait(name, |_| self.program() == name);
    }

    /// Runs a line to its end on an empty screen.
    pub(crate) fn run(&self, line: &str) {
        let number = self.runs.get() + 1;
        self.runs.set(number);
        // What is typed does not hold what is waited for, and neither does what an earlier line left.
        self.type_in(&format!("clear; {line}; echo do'n'e {number}"));
        self.press("Enter");
        self.wait(line, |text| text.trim_end().ends_with(&format!("done {number}\n{PROMPT}")));
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}
