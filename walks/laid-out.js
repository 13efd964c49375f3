// Lays out the demo for all walks: node walks/laid-out.js prints the folder.
import { Served } from "./served.js";

const served = await Served.start();
await served.stop();
console.log(served.data);
