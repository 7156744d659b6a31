import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { letter, type Letter } from './letter.ts';

const program = path.resolve(process.env.DAYLIGHT_PROGRAM ?? '../target/debug/daylight');

export type Role = 'custodian' | 'reviewer' | 'supervisor' | 'prosecutor' | 'auditor' | 'admin';
export type Account = { email: string; name: string; role: Role; password: string };

/** The real program, on a free port, with data of its own. */
export class Server {
  private process?: ChildProcess;
  private log = '';

  private constructor(
    readonly url: string,
    private readonly dir: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Before it serves, it runs a command on its data, if there is one. */
  static async start(settings: NodeJS.ProcessEnv = {}, first: string[] = []): Promise<Server> {
    if (!existsSync(program)) throw new Error(`${program} is missing; "make test" builds it`);
    const dir = await mkdtemp(path.join(tmpdir(), 'daylight-end2end-'));
    await mkdir(path.join(dir, 'mail'));
    const address = `127.0.0.1:${await freePort()}`;
    const server = new Server(`http://${address}`, dir, {
      PATH: process.env.PATH,
      RUST_BACKTRACE: '1',
      LEPTOS_SITE_ADDR: address,
      DATABASE_URL: `sqlite://${dir}/daylight.db`,
      DAYLIGHT_BASE_URL: `http://${address}`,
      DAYLIGHT_DATA_DIR: dir,
      DAYLIGHT_MAIL: `file:${dir}/mail`,
      DAYLIGHT_SECRET_FILE: path.join(dir, 'secret.key'),
      DAYLIGHT_RATE_LIMIT: 'off',
      ...(process.env.LEPTOS_SITE_ROOT ? { LEPTOS_SITE_ROOT: path.resolve(process.env.LEPTOS_SITE_ROOT) } : {}),
      ...settings,
    });
    if (first.length > 0) await server.command(first);
    await server.run();
    return server;
  }

  private async run() {
    const child = spawn(program, ['serve'], { env: this.env, cwd: this.dir, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    child.stdout.on('data', (text) => (this.log += text));
    child.stderr.on('data', (text) => (this.log += text));
    for (const until = Date.now() + 30_000; Date.now() < until; await pause(50)) {
      if (child.exitCode !== null) break;
      if (await fetch(`${this.url}/healthz`).then((answer) => answer.ok, () => false)) return;
    }
    await this.stop();
    throw new Error(`The server did not start:\n${this.log}`);
  }

  async stop() {
    await this.end();
    await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }

  private async end() {
    const child = this.process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, pause(10_000).then(() => child.kill('SIGKILL'))]);
    }
  }

  /** Days after it was stopped it is started again, and its operator says that its new clock is right. */
  async startsLater(time: Date) {
    await this.end();
    await this.command(['clock', 'confirm', '--time', time.toISOString(), '--reason', 'The portal stood still.']);
    await this.run();
  }

  /** Everything the program has said so far. */
  said(): string {
    return this.log;
  }

  /** Runs one of the program's commands on the same data. */
  command(args: string[], input = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = execFile(program, args, { env: this.env, cwd: this.dir }, (error, stdout, stderr) =>
        error ? reject(new Error(`daylight ${args.join(' ')}: ${stderr || error.message}`)) : resolve(stdout),
      );
      child.stdin?.end(input);
    });
  }

  /** A new account; its password is nobody else's. */
  async staff(role: Role, name = `Robin ${role}`): Promise<Account> {
    const account = {
      email: `${role}-${randomBytes(4).toString('hex')}@records.example`,
      name,
      role,
      password: randomBytes(15).toString('base64url'),
    };
    await this.command(
      ['staff', 'add', '--email', account.email, '--name', name, '--role', role, '--password-stdin'],
      `${account.password}\n`,
    );
    return account;
  }

  /** All mail sent so far, oldest first. */
  async mail(): Promise<Letter[]> {
    const dir = path.join(this.dir, 'mail');
    const names = (await readdir(dir)).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(names.map(async (name) => letter(await readFile(path.join(dir, name)))));
  }

  /** The newest mail to this address, when it has come: the worker sends it a moment after the page. */
  async mailTo(address: string, subject: string | RegExp = ''): Promise<Letter> {
    for (const until = Date.now() + 15_000; Date.now() < until; await pause(100)) {
      const found = (await this.mail()).filter(
        (one) => one.to.includes(address) && (typeof subject === 'string' ? one.subject.includes(subject) : subject.test(one.subject)),
      );
      if (found.length > 0) return found[found.length - 1];
    }
    throw new Error(`No mail to ${address} with the subject ${subject}`);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
