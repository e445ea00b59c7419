// node provider.mjs <folder of its packages> <port> <address that people come back to>
// Whoever types an address and any password is that person, with this address verified.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, port, backTo] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(resolve(folder, "node_modules/oidc-provider/lib/index.js")));

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: "mbtq", client_secret: "what the school gave us", redirect_uris: [backTo] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id, email_verified: true }) }),
  pkce: { methods: ["S256"], required: () => true },
});
provider.listen(Number(port), "localhost", () => console.log("open"));
