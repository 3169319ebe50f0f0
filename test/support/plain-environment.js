import vm from 'node:vm';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

/**
 * Jest's environment of Node, in a context without interceptors: in Jest's own, every access to a global
 * (`Promise`, `Date`, `Buffer`) goes through a handler of Node, which was a third of the suite's processor time.
 */
export default class PlainEnvironment extends NodeEnvironment {
  constructor(config, context) {
    const createContext = vm.createContext;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
}
