// Every npm script starts here. It runs on a bare clone under whatever Node the machine has, so it is plain
// JavaScript without dependencies: it installs what is missing, then hands over to the Node of node_modules.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const stamp = join(modules, ".trunkline-lock");
const installLock = join(root, ".data", "install.lock");
const node = join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");

if (!isInstalled()) await install();
handOver(process.argv.slice(2));

function isInstalled() {
  if (!existsSync(node)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockDigest()) return true;
  if (!matchesLock()) return false;
  writeFileSync(stamp, lockDigest());
  return true;
}

function lockDigest() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

// npm leaves its own record of what it installed: a folder someone filled with `npm ci` by hand is fine as it is.
function matchesLock() {
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      (installed[path] ? installed[path].version === entry.version : entry.optional || entry.peer),
  );
}

async function install() {
  const release = await takeInstallLock();
  try {
    if (isInstalled()) return;
    const began = Date.now();
    console.log("Installing packages with npm ci. This takes a minute or two the first time.");
    npmCi();
    if (!existsSync(node)) {
      stop(
        "npm ci ran, but node_modules/.bin/node is missing. Are install scripts switched off (ignore-scripts)?",
      );
    }
    writeFileSync(stamp, lockDigest());
    console.log(`Installed packages in ${((Date.now() - began) / 1000).toFixed(0)} s.`);
  } finally {
    release();
  }
}

function npmCi() {
  // Development packages are part of the embedded stack, so they are wanted under NODE_ENV=production too.
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const outcome = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
    : spawnSync("npm", options, {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
      });
  if (outcome.status !== 0) stop("npm ci failed. What npm said stands above.");
}

// Two commands started together in one clone must not both rewrite node_modules.
async function takeInstallLock() {
  mkdirSync(dirname(installLock), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(installLock, String(process.pid), { flag: "wx" });
      return () => rmSync(installLock, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!isAlive(Number(readFileSync(installLock, "utf8")))) {
      rmSync(installLock, { force: true });
      continue;
    }
    if (!told) console.log("Another command is installing packages in this clone. Waiting for it.");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function handOver([target, ...rest]) {
  // `server-only` modules load only under the react-server condition.
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const child = spawn(node, [...flags, join(root, target), ...rest], {
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: join(modules, ".bin") + (process.platform === "win32" ? ";" : ":") + process.env.PATH,
      // What one process has compiled the next takes as it is: a short-lived one hardly does anything else.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(modules, ".cache/node"),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));

  // npm killed with SIGKILL cannot say goodbye. Its children are then handed to another parent: stop as if told to.
  if (process.env.npm_lifecycle_event) {
    const launchers = findLaunchers();
    setInterval(() => findLaunchers() !== launchers && child.kill("SIGTERM"), 250).unref();
  }
  child.on("exit", (code, signal) =>
    process.exit(code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1)),
  );
}

// Between npm and this there may be a shell, which stays behind when npm goes.
function findLaunchers() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")")).split(" ")[2]}`;
  } catch {
    return String(process.ppid);
  }
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
